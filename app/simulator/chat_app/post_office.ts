import { randomBytes } from 'node:crypto'
import type { SimulatorConfig } from '#config/simulator'
import type { Callback, Callbacks } from '#simulator/chat_app/callbacks'
import { chatIdOf, itemOf, statusOf } from '#simulator/chat_app/item'
import { postUnsigned } from '#simulator/chat_app/post_unsigned'
import type { Change, Refusals } from '#simulator/journey'
import type { Message, Status } from '#simulator/messages'
import { canonicalNumber, type Phone } from '#simulator/phone'
import type { Phones } from '#simulator/phones'
import type { PostOffice } from '#simulator/post_office'
import type { Settings } from '#simulator/settings'

const WORDS: Partial<Record<Status, string>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'viewed',
}

/** Unsigned envelopes, to the address that was registered for the line. */
export class ChatAppPostOffice implements PostOffice {
  /** Somebody's own WhatsApp knows no window, and nobody joins it. */
  readonly refusals: Refusals = { not_on_whatsapp: { status: 'failed', error_code: 404 } }

  constructor(
    private readonly config: SimulatorConfig['chatApp'],
    private readonly callbacks: Callbacks,
    private readonly phones: Phones,
    private readonly settings: () => Readonly<Settings>
  ) {}

  newId() {
    return `BAE5${randomBytes(8).toString('hex').toUpperCase()}`
  }

  /** The line that was set up last. */
  get ourAddress() {
    const { licenceId, messengerType } = this.config
    return this.callbacks.all()[0]?.line ?? `${licenceId}/${messengerType}`
  }

  theirAddress(phone: Phone) {
    return chatIdOf(phone)
  }

  async tellStatus(message: Message, change: Change, signal: AbortSignal) {
    const callback = this.callbacks.find(message.sender)
    if (!callback) return null
    if (change.status === 'sent') await this.#echo(callback, message, signal)
    const items = this.#statuses(message, change)
    return items.length > 0 ? this.#post(callback, 'messageStatus', items, signal) : null
  }

  async tellInbound(message: Message, phone: Phone) {
    const callback = this.callbacks.find(message.recipient)
    if (!callback) return null
    return this.#post(callback, 'message', [itemOf(message, phone, this.config.filesUrl)])
  }

  /** What the company sends is told like what a person writes. */
  #echo(callback: Callback, message: Message, signal: AbortSignal) {
    const item = itemOf(message, this.#phoneOf(message), this.config.filesUrl)
    return this.#post(callback, 'message', [item], signal)
  }

  #statuses(message: Message, { status, error_code: errorCode }: Change) {
    const phone = this.#phoneOf(message)
    if (errorCode !== null) {
      const error = { code: 'MessageError', message: `Error ${errorCode}` }
      return [statusOf(message, phone, 'error', error)]
    }
    const told = (word: string) => statusOf(message, phone, word, null)
    const isBatched = this.settings().chat_app_calls === 'batched'
    if (isBatched && status === 'delivered') return []
    if (isBatched && status === 'read') return [told('viewed'), told('delivered')]
    return [told(WORDS[status] ?? status)]
  }

  async #post(callback: Callback, type: string, data: object[], signal?: AbortSignal) {
    const { url, line, events } = callback
    if (!events.includes(type)) return null
    const [licence, messengerType] = line.split('/')
    const envelope = { data, meta: { type, licenseId: Number(licence), messengerType } }
    const body = this.settings().chat_app_calls === 'array' ? [envelope] : envelope
    return { url, status: await postUnsigned(url, JSON.stringify(body), signal) }
  }

  #phoneOf({ phone }: Message) {
    return this.phones.findOrAdd(canonicalNumber(phone) ?? phone)
  }
}
