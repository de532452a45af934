import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { toHtml } from '#core/whatsapp_markup'
import type { Content } from '#simulator/content'
import type { Message } from '#simulator/messages'

const ZONE = 'America/Sao_Paulo'

const REASONS: Record<number, string> = {
  404: 'este número não tem WhatsApp',
  63003: 'este número não tem WhatsApp',
  63015: 'a pessoa não entrou no sandbox',
  63016: 'fora da janela de 24 horas',
  131026: 'este número não tem WhatsApp',
  131047: 'fora da janela de 24 horas',
}

/** How long a message is news. */
const NEWS_MS = 3000
const PICTURE = /\.(png|jpe?g|gif|webp)$/i
const OURS = /^\/simulator\/(?:\w+\/)?files\/(\d+)$/

interface Attachment {
  url: string
  name: string
  /** Pages may load from our own origin only: the rest is a link. */
  shows: 'picture' | 'sound' | 'film' | 'link'
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
  content: Pick<Content, 'location' | 'forwarded' | 'unsupported'>
  cards: { name: string; phones: string[] }[]
  /** What can be tapped under it. */
  buttons: Choice[]
  list: { button: string; rows: Choice[] } | null
  /** What either side has put on it. */
  reactions: string[]
}

interface Choice {
  id: string
  title: string
  description?: string
  wasTapped: boolean
}

/** Bubbles of one chat, oldest first. Reactions are no bubbles: they sit on the one they are about. */
export function bubblesOf(messages: Message[]): Bubble[] {
  const bySid = new Map(messages.map((message) => [message.sid, message]))
  const written = messages.filter(({ content }) => !content.reaction)
  return written.map((message) => ({
    ...bubble(message, bySid.get(message.quoted ?? '')),
    ...choicesOf(message, messages),
    reactions: reactionsOn(message, messages),
  }))
}

export const beginning = ({ body, content }: Message) =>
  body.split('\n')[0].slice(0, 60) || nameOf(content)

function nameOf({ media, location, contacts }: Content) {
  if (media) return media[0].filename ?? 'Arquivo'
  if (location) return 'Localização'
  return contacts ? 'Contato' : 'Mensagem'
}

function bubble(message: Message, quoted: Message | undefined) {
  const at = localTime(message.created_at)
  const { location, contacts: cards = [], forwarded, unsupported } = message.content
  return {
    sid: message.sid,
    side: message.direction === 'inbound' ? ('out' as const) : ('in' as const),
    html: toHtml(message.body),
    time: at.toFormat('HH:mm'),
    instant: at.toUTC().toISO()!,
    status: tick(message),
    isNews: Date.now() - message.created_at < NEWS_MS,
    note: message.direction === 'inbound' ? answerNote(message) : failureNote(message),
    media: mediaOf(message),
    quote: quoted ? beginning(quoted) : null,
    content: { location, forwarded, unsupported },
    cards,
  }
}

function choicesOf(message: Message, messages: Message[]): Pick<Bubble, 'buttons' | 'list'> {
  const { buttons = [], list } = message.content
  const tapped = messages.filter(({ quoted }) => quoted === message.sid)
  const ids = new Set(tapped.map(({ content }) => content.chosen?.id))
  const choice = (one: Omit<Choice, 'wasTapped'>) => ({ ...one, wasTapped: ids.has(one.id) })
  return {
    buttons: buttons.map(choice),
    list: list ? { button: list.button, rows: list.rows.map(choice) } : null,
  }
}

/** The last of each side; null took it away. */
function reactionsOn({ sid }: Message, messages: Message[]) {
  const bySide = new Map<string, string | null>()
  for (const { direction, content } of messages) {
    if (content.reaction?.to === sid) bySide.set(direction, content.reaction.emoji)
  }
  return [...bySide.values()].filter((emoji) => emoji !== null)
}

function tick({ direction, status }: Message): Bubble['status'] {
  if (direction === 'inbound' || status === 'received') return null
  return status === 'undelivered' ? 'failed' : status
}

function mediaOf({ content, media_urls: urls }: Message): Attachment[] {
  if (!content.media) return urls.map((url) => attachment(url, null, ''))
  return content.media.map(({ url, filename, kind }) => attachment(url, filename, kind))
}

const SHOWN: Record<string, Attachment['shows']> = {
  image: 'picture',
  sticker: 'picture',
  audio: 'sound',
  video: 'film',
}

function attachment(address: string, filename: string | null, kind: string): Attachment {
  const { pathname, origin } = new URL(address, appUrl)
  const [, id] = OURS.exec(pathname) ?? []
  const name = filename ?? (id ? 'Arquivo' : pathname.split('/').at(-1) || address)
  const isOurs = Boolean(id) || origin === new URL(appUrl).origin
  const shows = SHOWN[kind] ?? (PICTURE.test(pathname) ? 'picture' : 'link')
  return { url: id ? `/simulator/files/${id}` : address, name, shows: isOurs ? shows : 'link' }
}

function failureNote({ error_code: code }: Message) {
  if (code === null) return null
  return `Não chegou: ${REASONS[code] ?? 'recusada pelo WhatsApp'} (${code}).`
}

function answerNote({ webhook_status: status, provider, content }: Message) {
  if (content.unsupported && provider === 'twilio') return 'Disto a Twilio não avisa o sistema.'
  if (status === null) return 'Ainda não chegou ao sistema.'
  return status < 300 ? null : `O sistema recusou (${status}).`
}

export const localTime = (at: number) => DateTime.fromMillis(at, { zone: ZONE })
