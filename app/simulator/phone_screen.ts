import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { toHtml } from '#core/whatsapp_markup'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'

const ZONE = 'America/Sao_Paulo'

const REASONS: Record<number, string> = {
  63003: 'este número não tem WhatsApp',
  63015: 'a pessoa não entrou no sandbox',
  63016: 'fora da janela de 24 horas',
  131026: 'este número não tem WhatsApp',
  131047: 'fora da janela de 24 horas',
}

/** How long a message is news. */
const NEWS_MS = 3000
const PICTURE = /\.(png|jpe?g|gif|webp)$/i

interface Attachment {
  url: string
  name: string
  /** Ours to show: pages may load pictures from our own origin only. */
  isPicture: boolean
}

export interface Bubble {
  sid: string
  /** `in`: from the company, as the person sees it. */
  side: 'in' | 'out'
  /** Safe to show as it is. */
  html: string
  time: string
  /** The exact instant, ISO 8601. */
  instant: string
  /** How far a message of the company came. */
  status: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | null
  isNews: boolean
  /** Why it is not really on this phone, or what became of an answer. */
  note: string | null
  media: Attachment[]
  /** The beginning of the message that this one answers. */
  quote: string | null
}

export interface PhoneScreen {
  phone: Phone
  /** `+55 11 90000-0001`. */
  number: string
  /** For ids: digits only. */
  key: string
  days: { label: string; bubbles: Bubble[] }[]
  unread: number
  /** The company's message that the person is about to answer. */
  quoted: { sid: string; text: string } | null
}

/** What the phone's display shows. */
export function phoneScreen(
  phone: Phone,
  messages: Message[],
  quoted: Message | null = null
): PhoneScreen {
  return {
    phone,
    number: readable(phone.number),
    key: phone.number.slice(1),
    days: byDay(messages),
    unread: messages.filter(({ status }) => status === 'delivered').length,
    quoted: quoted && { sid: quoted.sid, text: beginning(quoted) },
  }
}

function readable(number: string) {
  return number.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '+55 $1 $2-$3')
}

function byDay(messages: Message[]) {
  const bySid = new Map(messages.map((message) => [message.sid, message]))
  const days = Map.groupBy(messages, ({ created_at: at }) => dayLabel(local(at)))
  return [...days].map(([label, ofDay]) => ({
    label,
    bubbles: ofDay.map((message) => bubble(message, bySid.get(message.quoted ?? ''))),
  }))
}

const beginning = ({ body }: Message) => body.split('\n')[0].slice(0, 60) || 'Arquivo'

function bubble(message: Message, quoted: Message | undefined): Bubble {
  const at = local(message.created_at)
  return {
    sid: message.sid,
    side: message.direction === 'inbound' ? 'out' : 'in',
    html: toHtml(message.body),
    time: at.toFormat('HH:mm'),
    instant: at.toUTC().toISO()!,
    status: tick(message),
    isNews: Date.now() - message.created_at < NEWS_MS,
    note: message.direction === 'inbound' ? answerNote(message) : failureNote(message),
    media: message.media_urls.map(attachment),
    quote: quoted ? beginning(quoted) : null,
  }
}

function tick({ direction, status }: Message): Bubble['status'] {
  if (direction === 'inbound' || status === 'received') return null
  return status === 'undelivered' ? 'failed' : status
}

function attachment(url: string): Attachment {
  const name = new URL(url).pathname.split('/').at(-1) || url
  return { url, name, isPicture: PICTURE.test(name) && url.startsWith(`${appUrl}/`) }
}

function failureNote({ error_code: code }: Message) {
  if (code === null) return null
  return `Não chegou: ${REASONS[code] ?? 'recusada pelo WhatsApp'} (${code}).`
}

function answerNote({ webhook_status: status }: Message) {
  if (status === null) return 'Ainda não chegou ao sistema.'
  return status < 300 ? null : `O sistema recusou (${status}).`
}

function dayLabel(at: DateTime) {
  const daysAgo = local(Date.now()).startOf('day').diff(at.startOf('day'), 'days').days
  if (daysAgo === 0) return 'Hoje'
  return daysAgo === 1 ? 'Ontem' : at.setLocale('pt-BR').toFormat("d 'de' LLLL 'de' yyyy")
}

const local = (at: number) => DateTime.fromMillis(at, { zone: ZONE })
