import { Problem } from '#core/problem'
import type { SimulatorConfig } from '#config/simulator'
import type { Content } from '#simulator/content'
import { emptyDatabase, openDatabase, type Database } from '#simulator/database'
import { HungLines } from '#simulator/hung_lines'
import { refusalOf, type Refusal } from '#simulator/journey'
import { Messages, type IncomingMessage, type Message } from '#simulator/messages'
import { Network } from '#simulator/network'
import type { Phone, PhoneSwitches } from '#simulator/phone'
import { Phones } from '#simulator/phones'
import type { PostOffice, ProviderName, Told } from '#simulator/post_office'
import { Requests } from '#simulator/requests'
import { SettingsStore, type SettingsChange } from '#simulator/settings'
import { Steps } from '#simulator/steps'
import { Callbacks } from '#simulator/chat_app/callbacks'
import { ChatAppPostOffice } from '#simulator/chat_app/post_office'
import { Tokens } from '#simulator/chat_app/tokens'
import { CloudApiPostOffice } from '#simulator/cloud_api/post_office'
import { Rates } from '#simulator/cloud_api/rates'
import { Templates } from '#simulator/cloud_api/templates'
import { Files } from '#simulator/files'
import { Contents } from '#simulator/twilio/contents'
import { TwilioPostOffice } from '#simulator/twilio/post_office'

/** Screens are told of changes at most this often. */
const ANNOUNCEMENT_MS = 50

/** What a person sends: a text, perhaps under a message of the company's, and what else is in it. */
export interface Writing {
  text: string
  /** The provider's id of the message it answers. */
  quoted?: string | null
  content?: Content
  /** Which of the company's numbers it goes to; the one that wrote last, where nobody says. */
  provider?: ProviderName
}

/** What a person's answer met: `url` and `status` are null when no webhook was called. */
export interface Reply {
  sid: string
  url: string | null
  status: number | null
}

/** A WhatsApp of one's own: phones, the network between, and a provider that breaks down when told to. */
export class Simulator {
  readonly phones: Phones
  readonly messages: Messages
  readonly requests: Requests
  readonly settings: SettingsStore
  readonly files: Files
  readonly templates: Templates
  readonly tokens: Tokens
  readonly callbacks: Callbacks
  readonly rates = new Rates()
  readonly contents: Contents
  readonly network: Network
  readonly lines = new HungLines()
  readonly offices: Record<ProviderName, PostOffice>
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
    this.files = new Files(database)
    this.templates = new Templates(database, () => this.settings.current)
    this.contents = new Contents(database, () => this.settings.current)
    this.tokens = new Tokens(database, () => this.settings.current)
    this.callbacks = new Callbacks(database)
    const twilio = new TwilioPostOffice(config, () => this.settings.current)
    const cloudApi = new CloudApiPostOffice(
      config.cloudApi,
      this.messages,
      () => this.settings.current
    )
    const chatApp = new ChatAppPostOffice(
      config.chatApp,
      this.callbacks,
      this.phones,
      () => this.settings.current
    )
    this.offices = { twilio, cloud_api: cloudApi, chat_app: chatApp }
    this.network = new Network({
      steps: new Steps(database),
      messages: this.messages,
      settings: this.settings,
      offices: this.offices,
      announce: () => this.announce(),
    })
  }

  /** Why the provider would not even take it; null where it does, and tells of its failure later. */
  refusalAtOnce(
    { phone, to: address, content, errorCode }: IncomingMessage,
    provider: ProviderName
  ): Refusal | null {
    const settings = this.settings.current
    if (settings.refusals === 'async') return null
    const { refusals } = this.offices[provider]
    const isTemplate = content?.template !== undefined
    const found = this.phones.findOrAdd(phone)
    const attempt = { phone: found, refusals, isTemplate, address, errorCode }
    return refusalOf(attempt, settings, Date.now())
  }

  /** The provider takes a message and sends it on its way. */
  async accept(incoming: IncomingMessage, provider: ProviderName): Promise<Message> {
    const phone = this.phones.findOrAdd(incoming.phone)
    const message = this.messages.add({
      provider,
      sid: this.offices[provider].newId(incoming.mediaUrls.length > 0),
      direction: 'outbound-api',
      phone: phone.number,
      sender: incoming.from,
      recipient: incoming.to,
      body: incoming.body,
      media_urls: incoming.mediaUrls,
      content: incoming.content ?? {},
      tracking: incoming.tracking ?? null,
      quoted: incoming.quoted ?? null,
      status: 'queued',
      status_callback: incoming.statusCallback,
    })
    this.phones.rang(phone.number)
    this.network.carry(message, phone, incoming.errorCode)
    this.announce()
    if (this.settings.current.callbacks === 'before_response')
      await this.network.firstStepNow(message.sid)
    return message
  }

  /** The person writes. What is written before joining the sandbox stays there. */
  async reply(number: string, writing: Writing): Promise<Reply> {
    const { text, quoted } = writing
    const phone = this.phones.findOrAdd(number)
    if (!phone.has_whatsapp)
      throw Problem.conflict('not_on_whatsapp', `${number} não tem WhatsApp: não pode responder.`)
    if (quoted && !this.messages.onPhone(number, quoted))
      throw Problem.conflict('not_on_this_phone', `A mensagem ${quoted} não está neste celular.`)
    this.read(number)
    const message = this.#write(phone, writing)
    const told = phone.joined ? await this.#forward(message, phone) : this.#join(phone, text)
    this.announce()
    return { sid: message.sid, url: told?.url ?? null, status: told?.status ?? null }
  }

  /** The company saw what a person wrote. */
  markRead({ sid }: Message) {
    this.messages.become(sid, 'read', null)
    this.announce()
  }

  /** The person goes on with another number; of the providers only Meta tells. */
  renumber(number: string, to: string): Phone {
    const former = this.phones.findOrAdd(number)
    if (this.phones.find(to)) throw Problem.conflict('number_taken', `${to} já é de outro celular.`)
    const phone = this.phones.renumber(number, to)
    for (const provider of this.messages.providersOf(to))
      void this.offices[provider].tellRenumbered?.(phone, former)
    this.announce()
    return phone
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
    if (settings.chat_app_tokens) this.tokens.spoil(settings.chat_app_tokens)
    if (settings.hold_callbacks === false) this.network.unhold()
    this.announce()
    return changed
  }

  /** As on the first day: nothing written, nobody known, nothing broken. */
  async reset() {
    this.lines.hangUp()
    await this.#stopTelling()
    emptyDatabase(this.#database)
    this.rates.forget()
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
    await this.#stopTelling()
    this.#database.close()
  }

  async #stopTelling() {
    for (const office of Object.values(this.offices)) office.stop?.()
    await this.network.stop()
  }

  #write(phone: Phone, { text, quoted = null, content = {}, provider }: Writing) {
    this.phones.wrote(phone.number)
    const to = provider ?? this.#writtenBy(phone, quoted)
    const office = this.offices[to]
    const message = this.messages.add({
      provider: to,
      sid: office.newId(Boolean(content.media)),
      direction: 'inbound',
      phone: phone.number,
      sender: office.theirAddress(phone),
      recipient: office.ourAddress,
      body: text,
      media_urls: content.media?.map(({ url }) => url) ?? [],
      content,
      status: 'received',
      quoted,
    })
    this.announce()
    return message
  }

  #writtenBy({ number }: Phone, quoted: string | null): ProviderName {
    const answered = quoted ? this.messages.find(quoted) : this.messages.lastTo(number)
    return answered?.provider ?? 'twilio'
  }

  async #forward(message: Message, phone: Phone): Promise<Told | null> {
    const told = await this.offices[message.provider].tellInbound(message, phone)
    this.messages.answered(message.sid, told?.status ?? null)
    return told
  }

  #join(phone: Phone, text: string) {
    if (/^join \S/i.test(text)) this.phones.change(phone.number, { joined: true })
    return null
  }
}
