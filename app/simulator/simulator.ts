import { randomBytes } from 'node:crypto'
import { Problem } from '#core/problem'
import type { SimulatorConfig } from '#config/simulator'
import { emptyDatabase, openDatabase, type Database } from '#simulator/database'
import { HungLines } from '#simulator/hung_lines'
import { Messages, type IncomingMessage, type Message } from '#simulator/messages'
import { Network } from '#simulator/network'
import { waId, type Phone, type PhoneSwitches } from '#simulator/phone'
import { Phones } from '#simulator/phones'
import { Requests } from '#simulator/requests'
import { SettingsStore, type SettingsChange } from '#simulator/settings'
import { Steps } from '#simulator/steps'
import { inboundForm } from '#simulator/twilio/webhook_forms'
import { postWebhook } from '#simulator/webhook'

/** Screens are told of changes at most this often. */
const ANNOUNCEMENT_MS = 50

/** What a person's answer met: `status` is null when no webhook was called or nobody answered it. */
export interface Reply {
  sid: string
  url: string
  status: number | null
}

/** A WhatsApp of one's own: phones, the network between, and a provider that breaks down when told to. */
export class Simulator {
  readonly phones: Phones
  readonly messages: Messages
  readonly requests: Requests
  readonly settings: SettingsStore
  readonly network: Network
  readonly lines = new HungLines()
  #database: Database
  #announcement: NodeJS.Timeout | undefined

  /** `tell` is called after changes that a screen may want to show. */
  constructor(
    readonly config: SimulatorConfig,
    private tell: () => void
  ) {
    const database = (this.#database = openDatabase(config.databasePath))
    this.phones = new Phones(database)
    this.messages = new Messages(database)
    this.requests = new Requests(database)
    this.settings = new SettingsStore(database)
    this.network = new Network({
      steps: new Steps(database),
      messages: this.messages,
      settings: this.settings,
      config,
      announce: () => this.announce(),
    })
  }

  /** The provider takes a message and sends it on its way. */
  async accept(incoming: IncomingMessage): Promise<Message> {
    const phone = this.phones.findOrAdd(incoming.phone)
    const message = this.messages.add({
      sid: newSid(incoming.mediaUrls.length > 0 ? 'MM' : 'SM'),
      direction: 'outbound-api',
      phone: phone.number,
      sender: incoming.from,
      recipient: incoming.to,
      body: incoming.body,
      media_urls: incoming.mediaUrls,
      status: 'queued',
      status_callback: incoming.statusCallback,
    })
    this.phones.rang(phone.number)
    this.network.carry(message, phone)
    this.announce()
    if (this.settings.current.callbacks === 'before_response')
      await this.network.firstStepNow(message.sid)
    return message
  }

  /** The person answers. What is written before joining the sandbox stays there. */
  async reply(number: string, text: string, quoted: string | null = null): Promise<Reply> {
    const phone = this.phones.findOrAdd(number)
    if (!phone.has_whatsapp)
      throw Problem.conflict('not_on_whatsapp', `${number} não tem WhatsApp: não pode responder.`)
    if (quoted && !this.messages.onPhone(number, quoted))
      throw Problem.conflict('not_on_this_phone', `A mensagem ${quoted} não está neste celular.`)
    this.read(number)
    const message = this.#write(phone, text, quoted)
    const status = phone.joined ? await this.#forward(message, phone) : this.#join(phone, text)
    this.announce()
    return { sid: message.sid, url: this.config.inboundWebhookUrl, status }
  }

  read(number: string) {
    this.network.read(this.messages.unread(number))
  }

  /** Adds the phone if nobody knew it. */
  changePhone(number: string, switches: PhoneSwitches): Phone {
    const phone = this.phones.change(number, switches)
    this.announce()
    return phone
  }

  /** An ordinary day again; what was written stays. */
  repair() {
    this.settings.reset()
    this.network.unhold()
    this.announce()
  }

  change(settings: SettingsChange) {
    const changed = this.settings.change(settings)
    if (settings.hold_callbacks === false) this.network.unhold()
    this.announce()
    return changed
  }

  /** As on the first day: nothing written, nobody known, nothing broken. */
  async reset() {
    this.lines.hangUp()
    await this.network.stop()
    emptyDatabase(this.#database)
    this.settings.reset()
    this.announce()
  }

  announce() {
    this.#announcement ??= setTimeout(() => {
      this.#announcement = undefined
      this.tell()
    }, ANNOUNCEMENT_MS)
  }

  async close() {
    clearTimeout(this.#announcement)
    this.lines.hangUp()
    await this.network.stop()
    this.#database.close()
  }

  #write(phone: Phone, text: string, quoted: string | null) {
    this.phones.wrote(phone.number)
    const message = this.messages.add({
      sid: newSid('SM'),
      direction: 'inbound',
      phone: phone.number,
      sender: `whatsapp:+${waId(phone)}`,
      recipient: `whatsapp:${this.config.from}`,
      body: text,
      media_urls: [],
      status: 'received',
      quoted,
    })
    this.announce()
    return message
  }

  async #forward(message: Message, phone: Phone) {
    const { accountSid, authToken, inboundWebhookUrl } = this.config
    const form = inboundForm(message, accountSid, phone)
    const { signal } = new AbortController()
    const status = await postWebhook(inboundWebhookUrl, form, authToken, signal)
    this.messages.answered(message.sid, status)
    return status
  }

  #join(phone: Phone, text: string) {
    if (/^join \S/i.test(text)) this.phones.change(phone.number, { joined: true })
    return null
  }
}

const newSid = (prefix: 'SM' | 'MM') => prefix + randomBytes(16).toString('hex')
