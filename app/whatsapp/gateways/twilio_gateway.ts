import { DateTime } from 'luxon'
import type { Twilio } from 'twilio'
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js'
import { checkTwilio } from '#whatsapp/gateways/twilio_check'
import { TwilioContent } from '#whatsapp/gateways/twilio_content'
import { TwilioTemplates } from '#whatsapp/gateways/twilio_templates'
import { twilioMediaSource } from '#whatsapp/gateways/twilio_media'
import {
  impossible,
  MOST_BUTTONS,
  TwilioWriter,
  type Written,
} from '#whatsapp/gateways/twilio_writer'
import { twilioFailure } from '#whatsapp/gateways/twilio_failure'
import type { KeepAliveClient } from '#whatsapp/gateways/keep_alive_client'
import { reduceStatus } from '#whatsapp/gateways/twilio_webhook'
import { classifyFailure, explainCode, templateVerdict } from '#whatsapp/gateways/twilio_errors'
import {
  Gateway,
  type Capabilities,
  type OutgoingMessage,
  type ProviderMessage,
} from '#whatsapp/gateways/gateway'
import {
  canCallBack,
  isSandbox,
  senderOf,
  unusableSettings,
  type TwilioSettings,
} from '#whatsapp/gateways/twilio_settings'
import { withoutChoices } from '#whatsapp/content'
import type { SendFailure, SendResult } from '#whatsapp/send_result'

const PAGE_SIZE = 100
/** The channel could not find To; invalid recipient. */
const UNKNOWN_ADDRESS = ['63003', '63024']
const FORM = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'Accept': 'application/json',
}

const CAPABILITIES: Omit<Capabilities, 'freeTextAnytime'> = {
  list: true,
  signature: true,
  templates: true,
  buttons: MOST_BUTTONS,
  choiceList: true,
  media: ['image', 'video', 'audio', 'document'],
  captions: ['image'],
  location: true,
  contacts: false,
  reactions: false,
  quotes: false,
  readMarks: false,
}

/**
 * Twilio's Programmable Messaging, through its official SDK.
 */
export class TwilioGateway extends Gateway {
  readonly provider = 'twilio'
  readonly capabilities: Capabilities
  readonly missingSettings: string[]
  readonly templates: TwilioTemplates

  readonly #settings: TwilioSettings
  readonly #from: string
  readonly #writer: TwilioWriter
  #connections?: KeepAliveClient
  #sdk?: Promise<Twilio>
  #isClosed = false

  constructor(settings: TwilioSettings) {
    super()
    this.#settings = settings
    this.#from = `whatsapp:${senderOf(settings.from)}`
    this.missingSettings = unusableSettings(settings)
    const contents = new TwilioContent(() => this.#client())
    this.templates = new TwilioTemplates(contents)
    this.#writer = new TwilioWriter(contents)
    this.capabilities = { ...CAPABILITIES, freeTextAnytime: isSandbox(settings) }
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    if (this.missingSettings.length > 0) return this.#notConfigured()
    const written = await this.#write(message)
    if ('outcome' in written) return written
    const result = await this.#post(message, written)
    const { ContentSid } = written
    if (!ContentSid || message.template || !isContentRefused(result)) return result
    this.#writer.forget(ContentSid)
    return message.body ? this.#post(message, bare(message)) : result
  }

  async list(to: string, since: DateTime) {
    const twilio = await this.#client()
    const found: ProviderMessage[] = []
    const filter = { to: `whatsapp:${to}`, from: this.#from, pageSize: PAGE_SIZE }
    let page = await twilio.messages.page(filter)
    while (page) {
      const recent = page.instances.map(listed).filter(isFrom(since))
      found.push(...recent)
      // Newest first: a page with nothing recent is followed by none with anything.
      if (recent.length === 0) break
      page = (await page.nextPage()) as typeof page
    }
    return found
  }

  async mediaSource(reference: string) {
    return twilioMediaSource(reference, this.#settings)
  }

  check() {
    return checkTwilio(this.#settings, () => this.#client())
  }

  classifyFailure(code: string) {
    return classifyFailure(code)
  }

  override isUnknownAddress(code: string) {
    return UNKNOWN_ADDRESS.includes(code)
  }

  explain(code: string) {
    return explainCode(code)
  }

  templateVerdict(code: string) {
    return templateVerdict(code)
  }

  async close() {
    this.#isClosed = true
    await this.#sdk
    await this.#connections?.close()
  }

  /** The SDK and its client take a tenth of a second to load: only a process that sends pays for it. */
  #client() {
    this.#sdk ??= this.#connect()
    return this.#sdk
  }

  async #connect() {
    const { accountSid, authToken, baseUrl } = this.#settings
    const { default: twilio } = await import('twilio')
    const { KeepAliveClient } = await import('#whatsapp/gateways/keep_alive_client')
    const { TwilioRequestClient } = await import('#whatsapp/gateways/twilio_request_client')
    this.#connections = new KeepAliveClient(this.#settings)
    if (this.#isClosed) await this.#connections.close()
    const httpClient = new TwilioRequestClient(this.#connections, baseUrl)
    return twilio(accountSid, authToken?.release(), { httpClient, autoRetry: false })
  }

  /** Choices that Twilio does not take are left out: the text says how to answer without. */
  async #write(message: OutgoingMessage): Promise<Written | SendFailure> {
    try {
      return impossible(message) ?? (await this.#writer.write(message))
    } catch (error) {
      const failure = twilioFailure(error)
      if (failure.outcome === 'rejected' && message.body) return bare(message)
      // Only the content is in doubt: the message has not been asked for yet.
      return failure.outcome === 'unconfirmed' ? { ...failure, outcome: 'not_sent' } : failure
    }
  }

  async #post(message: OutgoingMessage, written: Written): Promise<SendResult> {
    try {
      const twilio = await this.#client()
      return accepted(await twilio.api.v2010.create(this.#sending(message, written)))
    } catch (error) {
      return twilioFailure(error)
    }
  }

  /**
   * What `messages.create` asks for. That also reads the answer's dates, with a parser that Vine extends for the whole
   * process: it takes as long as the call.
   */
  #sending({ id, to }: OutgoingMessage, written: Written) {
    const StatusCallback = this.#statusCallback(id)
    return {
      uri: `/Accounts/${this.#settings.accountSid}/Messages.json`,
      method: 'post' as const,
      headers: FORM,
      data: { To: `whatsapp:${to}`, From: this.#from, ...written, StatusCallback },
    }
  }

  /** Comes back with every status, signed: proof of the send even when its answer was lost. */
  #statusCallback(id: string) {
    if (!canCallBack(this.#settings)) return undefined
    return `${this.#settings.publicUrl}/webhooks/twilio/status?message=${encodeURIComponent(id)}`
  }

  #notConfigured(): SendResult {
    const detail = this.missingSettings.join(', ')
    return { outcome: 'sender_blocked', code: 'not_configured', detail }
  }
}

const bare = ({ body, content }: OutgoingMessage): Written => ({
  Body: withoutChoices(body, content),
})

function accepted({ sid, to }: Pick<MessageInstance, 'sid' | 'to'>): SendResult {
  if (!sid)
    return { outcome: 'unconfirmed', code: 'unreadable_answer', detail: 'answer without sid' }
  return { outcome: 'accepted', providerMessageId: sid, address: to?.replace(/^whatsapp:/, '') }
}

/** Nobody knows the content any more, or its variables were not to its taste. Certainly not sent. */
const isContentRefused = (result: SendResult) =>
  result.outcome === 'rejected' && ['21654', '21655', '21656'].includes(result.code)

function listed(message: MessageInstance): ProviderMessage {
  const { sid, body, status, dateCreated, errorCode } = message
  const createdAt = DateTime.fromJSDate(dateCreated, { zone: 'utc' })
  return {
    providerMessageId: sid,
    body,
    status: reduceStatus(status) ?? 'accepted',
    errorCode: errorCode ? String(errorCode) : null,
    createdAt,
  }
}

/** Twilio's dates have whole seconds. */
function isFrom(since: DateTime) {
  const earliest = since.startOf('second')
  return ({ createdAt }: ProviderMessage) => createdAt >= earliest
}
