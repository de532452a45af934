import { chatIdOf, itemOf } from '#simulator/chat_app/item'
import { ChatAppRefusal } from '#simulator/chat_app/refusal'
import type { Message } from '#simulator/messages'
import { canonicalNumber, type Phone } from '#simulator/phone'
import type { Simulator } from '#simulator/simulator'
import { readLetter, type Letter } from '#simulator/chat_app/letter'

export const MESSENGERS = ['grWhatsApp', 'caWhatsApp'] as const

interface Line {
  licence: string
  messenger: string
}

/** What the API does; refusals are thrown as ChatAppRefusal. */
export class ChatAppApi {
  constructor(private simulator: Simulator) {}

  /** The access token as it is, or after `Bearer`, as some write it. */
  authenticate(authorization: string | undefined) {
    this.checkDoor()
    this.simulator.tokens.check(authorization?.replace(/^Bearer /, ''))
  }

  checkDoor() {
    const isLockedOut = this.simulator.settings.current.fault === 'http_401'
    if (isLockedOut) throw new ChatAppRefusal('ApiInvalidTokenError')
  }

  signIn({ email, password, appId }: Record<string, unknown>) {
    this.checkDoor()
    const ours = this.#ours
    const isKnown = email === ours.email && password === ours.password && appId === ours.appId
    if (!isKnown) throw new ChatAppRefusal('ApiInvalidTokenError', 'Wrong email, password or appId')
    return this.simulator.tokens.give('sign_in')
  }

  /** `12345/grWhatsApp`, if there is such a one. */
  line({ licence, messenger }: Line) {
    const isKnown = licence === this.#ours.licenceId && MESSENGERS.some((one) => one === messenger)
    if (!isKnown) throw new ChatAppRefusal('ApiNotFoundError', 'Unknown license or messenger')
    return `${licence}/${messenger}`
  }

  async send(line: string, chat: string, letter: Letter) {
    const phone = this.#phoneAt(chat)
    const { body, content, tracking } = readLetter(letter, line)
    const incoming = {
      phone: phone.number,
      to: chatIdOf(phone),
      from: line,
      body,
      mediaUrls: content.media?.map(({ url }) => url) ?? [],
      statusCallback: null,
      content,
      tracking,
    }
    const refusal = this.simulator.refusalAtOnce(incoming, 'chat_app')
    if (refusal) throw new ChatAppRefusal('ApiNotFoundError', 'The phone has no WhatsApp')
    return { message: await this.simulator.accept(incoming, 'chat_app'), chatId: chatIdOf(phone) }
  }

  /** What was said in a chat, on either side, newest first. */
  list(line: string, chat: string, limit: number) {
    const { list, list_lag_ms: lagMs } = this.simulator.settings.current
    if (list === 'down') throw new ChatAppRefusal('ApiInternalError')
    const phone = this.#phoneAt(chat)
    const until = list === 'lagging' ? Date.now() - lagMs : Number.POSITIVE_INFINITY
    return this.simulator.messages
      .ofPhone(phone.number)
      .filter((message) => isOn(line, message) && message.created_at <= until)
      .map((message) => itemOf(message, phone, this.#ours.filesUrl))
      .toReversed()
      .slice(0, limit)
  }

  get #ours() {
    return this.simulator.config.chatApp
  }

  #phoneAt(chat: string): Phone {
    const number = canonicalNumber(chat.replace(/@c\.us$/, ''))
    if (!number) throw new ChatAppRefusal('ApiValidationError', `Wrong phone ${chat}`)
    return this.simulator.phones.findOrAdd(number)
  }
}

const isOn = (line: string, { provider, sender, recipient }: Message) =>
  provider === 'chat_app' && [sender, recipient].includes(line)
