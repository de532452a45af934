import { DateTime } from 'luxon'
import type { Message } from '#simulator/messages'
import type { Simulator } from '#simulator/simulator'
import { attachmentsOf, type Attachment } from '#simulator/twilio/attachments'
import { readCreateMessage } from '#simulator/twilio/message_rules'
import { TwilioRefusal } from '#simulator/twilio/refusal'

const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 1000

/** What the REST API does; how it looks is the resources' business. Refusals are thrown as TwilioRefusal. */
export class TwilioApi {
  constructor(private simulator: Simulator) {}

  /** Basic authentication with the credentials of the account that the URL names. */
  authenticate(authorization: string | undefined, accountSid: string) {
    const { accountSid: ours, authToken } = this.simulator.config
    const expected = `Basic ${Buffer.from(`${ours}:${authToken}`).toString('base64')}`
    const isKnown = ours !== '' && authToken !== '' && accountSid === ours
    const isLockedOut = this.simulator.settings.current.fault === 'http_401'
    if (!isKnown || authorization !== expected || isLockedOut) throw new TwilioRefusal(20003)
  }

  async create(form: URLSearchParams): Promise<Message> {
    const request = readCreateMessage(form, this.simulator)
    const refusal = this.simulator.refusalAtOnce(request, 'twilio')
    if (refusal) throw new TwilioRefusal(refusal.error_code)
    return this.simulator.accept(request, 'twilio')
  }

  find(sid: string): Message {
    this.#checkReading()
    const message = this.simulator.messages.find(sid)
    if (!message) throw new TwilioRefusal(20404)
    return message
  }

  attachment(sid: string, media: string): Attachment {
    const message = this.simulator.messages.find(sid)
    const attachment = message && attachmentsOf(message).find((one) => one.sid === media)
    if (!attachment) throw new TwilioRefusal(20404)
    return attachment
  }

  /** Newest first, and whether there is more. */
  list(query: URLSearchParams): { messages: Message[]; pageSize: number; hasMore: boolean } {
    this.#checkReading()
    const { list, list_lag_ms: lagMs } = this.simulator.settings.current
    const pageSize = Math.min(Number(query.get('PageSize')) || DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
    const found = this.simulator.messages.list({
      ...sentBetween(query),
      provider: 'twilio',
      recipient: query.get('To') || undefined,
      sender: query.get('From') || undefined,
      createdUntil: list === 'lagging' ? Date.now() - lagMs : undefined,
      after: query.get('PageToken')?.replace(/^PA/, ''),
      limit: pageSize + 1,
    })
    return { messages: found.slice(0, pageSize), pageSize, hasMore: found.length > pageSize }
  }

  #checkReading() {
    if (this.simulator.settings.current.list === 'down') throw new TwilioRefusal(20500)
  }
}

/** `DateSent` is a day; `DateSent>` and `DateSent<` are days or instants, inclusive. Never-sent messages match none. */
function sentBetween(query: URLSearchParams) {
  const day = query.get('DateSent')
  if (day) {
    const date = instant(day)
    return { sentFrom: date.startOf('day').toMillis(), sentUntil: date.endOf('day').toMillis() }
  }
  const [from, until] = [query.get('DateSent>'), query.get('DateSent<')]
  return {
    sentFrom: from ? instant(from).toMillis() : undefined,
    sentUntil: until ? instant(until).toMillis() : undefined,
  }
}

const instant = (text: string) => DateTime.fromISO(text, { zone: 'utc' })
