import { sendResultOf } from '#whatsapp/gateways/cloud_api_answer'
import { checkCloudApi } from '#whatsapp/gateways/cloud_api_check'
import { GraphClient } from '#whatsapp/gateways/cloud_api_client'
import { classifyFailure, explainCode, templateVerdict } from '#whatsapp/gateways/cloud_api_errors'
import { CAPTIONED, LIMITS, payloadOf } from '#whatsapp/gateways/cloud_api_payload'
import { unusableSettings, type CloudApiSettings } from '#whatsapp/gateways/cloud_api_settings'
import { CloudApiTemplates } from '#whatsapp/gateways/cloud_api_templates'
import { connectionFailure } from '#whatsapp/gateways/connection_failure'
import {
  Gateway,
  type Capabilities,
  type MediaSource,
  type OutgoingMessage,
  type ProviderMessage,
} from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'

/** Also said of numbers that are not on WhatsApp. */
const UNDELIVERABLE = '131026'

/** Where Meta keeps files; below these, hosts have changing names. */
const MEDIA_HOSTS = ['lookaside.fbsbx.com', '.fbsbx.com', '.fbcdn.net']

/**
 * Meta's Cloud API. It has no list of what was sent: an uncertain message is settled by its callback, or by a person.
 */
export class CloudApiGateway extends Gateway {
  readonly provider = 'cloud_api'
  readonly capabilities: Capabilities = {
    list: false,
    signature: true,
    freeTextAnytime: false,
    templates: true,
    buttons: LIMITS.buttons,
    choiceList: true,
    media: ['image', 'video', 'audio', 'document', 'sticker'],
    captions: CAPTIONED,
    location: true,
    contacts: true,
    reactions: true,
    quotes: true,
    readMarks: true,
  }
  readonly missingSettings: string[]
  override readonly templates: CloudApiTemplates

  readonly #settings: CloudApiSettings
  readonly #client: GraphClient

  constructor(settings: CloudApiSettings) {
    super()
    this.#settings = settings
    this.#client = new GraphClient(settings)
    this.missingSettings = unusableSettings(settings)
    this.templates = new CloudApiTemplates(this.#client, settings.wabaId ?? '')
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    if (this.missingSettings.length > 0) return this.#notConfigured()
    const payload = payloadOf(message)
    if ('refused' in payload) return { outcome: 'rejected', code: payload.refused }
    try {
      return sendResultOf(await this.#client.request('POST', this.#messages, payload))
    } catch (error) {
      return connectionFailure(error)
    }
  }

  async list(): Promise<ProviderMessage[]> {
    throw new Error('Meta has no list of messages')
  }

  check() {
    return checkCloudApi(this.#settings, this.#client)
  }

  classifyFailure(code: string) {
    return classifyFailure(code)
  }

  override isUnknownAddress(code: string) {
    return code === UNDELIVERABLE
  }

  explain(code: string) {
    return explainCode(code)
  }

  templateVerdict(code: string) {
    return templateVerdict(code)
  }

  /** Its address is good for five minutes. */
  override async mediaSource(reference: string): Promise<MediaSource> {
    const { url } = await this.#client.ask('GET', encodeURIComponent(reference))
    const { accessToken, baseUrl } = this.#settings
    const headers = { authorization: `Bearer ${accessToken!.release()}` }
    return { url, headers, hosts: baseUrl ? [new URL(baseUrl).host] : MEDIA_HOSTS }
  }

  override async markRead(providerMessageId: string) {
    const read = { status: 'read', message_id: providerMessageId }
    await this.#client.ask('POST', this.#messages, { messaging_product: 'whatsapp', ...read })
  }

  close() {
    return this.#client.close()
  }

  get #messages() {
    return `${this.#settings.phoneNumberId}/messages`
  }

  #notConfigured(): SendResult {
    const detail = this.missingSettings.join(', ')
    return { outcome: 'sender_blocked', code: 'not_configured', detail }
  }
}
