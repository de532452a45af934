import { DateTime } from 'luxon'
import { kindOf, type Media, type MessageContent } from '#whatsapp/content'
import type { InboundMessage, ProviderStatus, StatusReport } from '#whatsapp/gateways/gateway'

/** One of our lines: what the envelope of a call names. */
export interface ChatAppLine {
  licenceId: string
  messenger: string
}

export type ChatAppSaid = { status: StatusReport } | { message: InboundMessage }

/** What is in a call. What is known and of no interest is counted; what cannot be read is left out. */
export interface ChatAppReading {
  said: ChatAppSaid[]
  ignored: number
}

interface Person {
  id?: unknown
  phone?: unknown
  name?: unknown
  type?: unknown
}

type Item = Record<string, unknown> & {
  chat?: Person
  fromUser?: Person
  fromApp?: { tracking?: unknown }
  message?: { text?: unknown; caption?: unknown; file?: Record<string, unknown> | null }
}

const STATUSES: Record<string, ProviderStatus> = {
  sent: 'sent',
  delivered: 'delivered',
  viewed: 'read',
}

/** What the columns hold: SQLite would take more, PostgreSQL refuses the row. */
const LONGEST = { address: 160, id: 200, code: 20, detail: 500 }
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The envelopes of a body, one or an array of them; null when it is neither. */
export function envelopesOf(body: string): object[] | null {
  try {
    const envelopes = [JSON.parse(body)].flat()
    return envelopes.every((one) => typeof one === 'object' && one !== null) ? envelopes : null
  } catch {
    return null
  }
}

/** What a call says of this line; other lines, other messengers and events nobody asked for are ignored. */
export function readChatApp(body: string, line: ChatAppLine): ChatAppReading {
  const reading: ChatAppReading = { said: [], ignored: 0 }
  for (const envelope of envelopesOf(body) ?? []) {
    const { data, meta } = envelope as { data?: unknown; meta?: Record<string, unknown> }
    for (const item of [data ?? []].flat()) {
      const said = isOf(line, meta) ? understood(item, meta!.type) : 'ignored'
      if (said === 'ignored') reading.ignored += 1
      else if (said) reading.said.push(said)
    }
  }
  return reading
}

function isOf({ licenceId, messenger }: ChatAppLine, meta?: Record<string, unknown>) {
  return String(meta?.licenseId) === licenceId && meta?.messengerType === messenger
}

/** Null when it cannot be read. */
function understood(item: unknown, type: unknown): ChatAppSaid | 'ignored' | null {
  if (typeof item !== 'object' || item === null) return null
  if (type === 'messageStatus') return statusOf(item as Item)
  if (type === 'message') return messageOf(item as Item)
  return 'ignored'
}

/** No name is known for a failure, so the error tells. */
function statusOf(item: Item): ChatAppSaid | 'ignored' | null {
  const providerMessageId = textOf(item.id, LONGEST.id)
  if (!providerMessageId) return null
  const error = item.error ?? null
  const word = textOf(item.type)
  const status = error ? 'failed' : Object.hasOwn(STATUSES, word) && STATUSES[word]
  if (!status) return 'ignored'
  const tracking = textOf(item.fromApp?.tracking)
  const messageId = UUID.test(tracking) ? tracking : null
  const report = { messageId, providerMessageId, status: status as ProviderStatus }
  return { status: { ...report, ...failureOf(error) } }
}

function failureOf(error: unknown) {
  if (!error) return { errorCode: null, errorDetail: null }
  const { code, message } =
    typeof error === 'object' ? (error as Record<string, unknown>) : { message: error, code: null }
  const word = textOf(code)
  const errorCode = word && word.length <= LONGEST.code ? word : 'failed'
  return {
    errorCode,
    errorDetail: `${word} ${textOf(message)}`.trim().slice(0, LONGEST.detail) || null,
  }
}

/** Our own words come back as an echo; groups are none of ours. */
function messageOf(item: Item): ChatAppSaid | 'ignored' | null {
  const { chat, fromUser } = item
  if (item.side === 'out' || item.fromMe === true) return 'ignored'
  if (chat?.type === 'group' || textOf(chat?.id).endsWith('@g.us')) return 'ignored'
  const providerMessageId = textOf(item.id, LONGEST.id)
  const from = addressOf(fromUser) ?? addressOf(chat)
  if (!providerMessageId || !from) return null
  const { text, caption } = item.message ?? {}
  const body = textOf(text) || textOf(caption)
  const profileName = textOf(fromUser?.name) || textOf(chat?.name) || null
  const content = contentOf(item, body)
  return {
    message: {
      providerMessageId,
      from,
      body,
      profileName,
      content,
      writtenAt: instantOf(item.time),
    },
  }
}

/** `+` and digits; of somebody without a number ChatApp's id of the chat. */
function addressOf(person?: Person) {
  const digits = /^\+?(\d{6,15})(?:@c\.us)?$/
  const [, number] = digits.exec(textOf(person?.phone)) ?? digits.exec(textOf(person?.id)) ?? []
  return number ? `+${number}` : textOf(person?.id, LONGEST.address) || null
}

function contentOf({ type, message }: Item, body: string): MessageContent | null {
  const file = message?.file
  if (file && textOf(file.link)) return { media: [mediaOf(file, textOf(type))] }
  return body ? null : { unsupported: textOf(type, LONGEST.code) || 'unknown' }
}

function mediaOf(file: Record<string, unknown>, type: string): Media {
  const contentType = textOf(file.contentType) || textOf(file.mimeType)
  return {
    kind: type === 'sticker' ? 'sticker' : kindOf(contentType || `${type}/`),
    contentType,
    filename: textOf(file.name) || null,
    reference: textOf(file.link),
    ...(type === 'voice' && { kind: 'audio' as const, isVoice: true }),
  }
}

function instantOf(time: unknown) {
  const at = DateTime.fromSeconds(Number(time) || 0, { zone: 'utc' })
  return typeof time === 'number' && at.isValid && at.year > 2000 && at.year < 9999 ? at : null
}

/** Without NUL, which PostgreSQL refuses; anything but text and numbers is nothing. */
function textOf(value: unknown, limit?: number) {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).replaceAll('\u0000', '').slice(0, limit)
}
