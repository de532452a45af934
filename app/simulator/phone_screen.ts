import type { DateTime } from 'luxon'
import { beginning, bubblesOf, localTime, type Bubble } from '#simulator/bubble'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'
import { PROVIDERS, type PostOffice, type ProviderName } from '#simulator/post_office'
import { CLIP, ODD } from '#simulator/samples'

const NAMES: Record<ProviderName, string> = {
  twilio: 'Twilio',
  cloud_api: 'Meta',
  chat_app: 'ChatApp',
}

/** A conversation with one number of the company's. */
export interface Chat {
  provider: ProviderName
  name: string
  /** The company's number; empty when none was set up. */
  number: string
  isOpen: boolean
  /** Whether anything was written in it. */
  isUsed: boolean
  unread: number
}

export interface PhoneScreen {
  phone: Phone
  /** `+55 11 90000-0001`. */
  number: string
  /** For ids: digits only. */
  key: string
  /** One for each number of the company's; the open one is what is on the display. */
  chats: Chat[]
  open: Chat
  days: { label: string; bubbles: Bubble[] }[]
  unread: number
  /** What can be sent beside words. */
  clip: typeof CLIP
  odd: typeof ODD
  /** The company's message that the person is about to answer. */
  quoted: { sid: string; text: string } | null
}

interface Looking {
  phone: Phone
  /** Of all chats, oldest first. */
  messages: Message[]
  offices: Record<ProviderName, PostOffice>
  quoted?: Message | null
  /** The chat the person has opened; else the one of the last message. */
  chat?: ProviderName
}

/** What the phone's display shows. */
export function phoneScreen({ phone, messages, offices, quoted, chat }: Looking): PhoneScreen {
  const shown = quoted?.provider ?? chat ?? messages.at(-1)?.provider ?? 'twilio'
  const chats = PROVIDERS.map((provider) => chatOf(provider, { messages, offices, shown }))
  return {
    phone,
    number: readable(phone.number),
    key: phone.number.slice(1),
    chats,
    open: chats.find(({ isOpen }) => isOpen)!,
    days: byDay(messages.filter(({ provider }) => provider === shown)),
    unread: messages.filter(isUnread).length,
    clip: CLIP,
    odd: ODD,
    quoted: quoted ? { sid: quoted.sid, text: beginning(quoted) } : null,
  }
}

function chatOf(
  provider: ProviderName,
  { messages, offices, shown }: Pick<Looking, 'messages' | 'offices'> & { shown: ProviderName }
): Chat {
  const own = messages.filter((message) => message.provider === provider)
  return {
    provider,
    name: NAMES[provider],
    number: readable(offices[provider].ourAddress.replace(/^(whatsapp:)?\+?(?=\d{8})/, '+')),
    isOpen: provider === shown,
    isUsed: own.length > 0,
    unread: own.filter(isUnread).length,
  }
}

const isUnread = ({ status, direction }: Message) =>
  status === 'delivered' && direction === 'outbound-api'

function readable(number: string) {
  return number.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '+55 $1 $2-$3')
}

function byDay(messages: Message[]) {
  const bubbles = bubblesOf(messages)
  const days = Map.groupBy(bubbles, ({ instant }) => dayLabel(localTime(Date.parse(instant))))
  return [...days].map(([label, ofDay]) => ({ label, bubbles: ofDay }))
}

function dayLabel(at: DateTime) {
  const daysAgo = localTime(Date.now()).startOf('day').diff(at.startOf('day'), 'days').days
  if (daysAgo === 0) return 'Hoje'
  return daysAgo === 1 ? 'Ontem' : at.setLocale('pt-BR').toFormat("d 'de' LLLL 'de' yyyy")
}
