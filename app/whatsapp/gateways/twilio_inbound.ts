import { kindOf, type Media, type MessageContent, type Place } from '#whatsapp/content'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import { textOf } from '#whatsapp/gateways/twilio_form'

/** What the columns hold: SQLite would take more, PostgreSQL refuses the row. */
const LONGEST = { address: 160, providerMessageId: 200, payload: 256, word: 40 }
const MOST_FILES = 10

/** Of somebody who hides their number: a country, and characters of Meta's choosing. */
const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9]+$/

/** A message from a person; null when the call is something else. */
export function parseInbound(form: URLSearchParams): InboundMessage | null {
  const providerMessageId = textOf(form, 'MessageSid', LONGEST.providerMessageId)
  const from = addressOf(form, 'From')
  if (form.has('MessageStatus') || !providerMessageId || !from) return null
  const body = textOf(form, 'Body') || textOf(form, 'ButtonText') || textOf(form, 'ListTitle')
  return {
    providerMessageId,
    from,
    to: addressOf(form, 'To') || null,
    userId: userIdOf(form),
    body,
    profileName: textOf(form, 'ProfileName') || null,
    content: contentOf(form, body),
    repliedTo: textOf(form, 'OriginalRepliedMessageSid', LONGEST.providerMessageId) || null,
    payload: payloadOf(form),
  }
}

/** A number, or the id of who hides it. */
function addressOf(form: URLSearchParams, name: string) {
  return textOf(form, name)
    .replace(/^whatsapp:/, '')
    .slice(0, LONGEST.address)
}

/** Other spellings are of no use as an address. */
function userIdOf(form: URLSearchParams) {
  const id = addressOf(form, 'ExternalUserId')
  return USER_ID.test(id) ? id : null
}

function payloadOf(form: URLSearchParams) {
  const { payload } = LONGEST
  return textOf(form, 'ButtonPayload', payload) || textOf(form, 'ListId', payload) || null
}

function contentOf(form: URLSearchParams, body: string): MessageContent | null {
  const media = mediaOf(form)
  const location = placeOf(form)
  const content: MessageContent = {
    ...(media.length > 0 && { media }),
    ...(location && { location }),
    ...(isForwarded(form) && { isForwarded: true }),
    ...(!body && !location && media.length === 0 && { unsupported: kindNamedIn(form) }),
  }
  return Object.keys(content).length > 0 ? content : null
}

const kindNamedIn = (form: URLSearchParams) =>
  textOf(form, 'MessageType', LONGEST.word) || 'unknown'

const isForwarded = (form: URLSearchParams) =>
  ['Forwarded', 'FrequentlyForwarded'].some((name) => form.get(name) === 'true')

function mediaOf(form: URLSearchParams): Media[] {
  const numbers = Array.from({ length: MOST_FILES }, (_, number) => number)
  return numbers.flatMap((number) => {
    const reference = textOf(form, `MediaUrl${number}`)
    return reference ? [fileOf(form, reference, textOf(form, `MediaContentType${number}`))] : []
  })
}

function fileOf(form: URLSearchParams, reference: string, contentType: string): Media {
  const isSticker = form.get('MessageType') === 'sticker'
  const kind = isSticker ? 'sticker' : kindOf(contentType)
  return { kind, contentType, filename: null, reference }
}

function placeOf(form: URLSearchParams): Place | null {
  const [latitude, longitude] = [degrees(form, 'Latitude'), degrees(form, 'Longitude')]
  if (latitude === null || longitude === null) return null
  const [name, address] = [textOf(form, 'Label'), textOf(form, 'Address')]
  return { latitude, longitude, ...(name && { name }), ...(address && { address }) }
}

function degrees(form: URLSearchParams, name: string) {
  const text = textOf(form, name).trim()
  return text && Number.isFinite(Number(text)) ? Number(text) : null
}
