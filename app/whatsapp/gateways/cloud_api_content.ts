import { MEDIA_KINDS, type Media, type MediaKind, type MessageContent } from '#whatsapp/content'
import { idOf, isObject, listOf, LONGEST, textOf } from '#whatsapp/gateways/cloud_api_reading'
import type { InboundMessage } from '#whatsapp/gateways/gateway'

type Said = Pick<InboundMessage, 'body' | 'content' | 'payload'>

/** What a message says: its text, what else is in it, and what the button stands for that was pressed. */
export function contentOf(given: Record<string, any>): Said {
  const type = textOf(given.type, 40) || 'unknown'
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  const part = given[type]
  const said = (part !== undefined && read?.(part, type)) || unsupported(given, type)
  const isForwarded = given.context?.forwarded || given.context?.frequently_forwarded
  if (!isForwarded) return said
  return { ...said, content: { ...said.content, isForwarded: true } }
}

const READERS: Record<string, (part: any, type: string) => Said | null> = {
  text: ({ body }) => (typeof body === 'string' ? { body: textOf(body) } : null),
  button: ({ text, payload }) => tapped(text, payload),
  interactive: readInteractive,
  location: readLocation,
  contacts: readContacts,
  reaction: readReaction,
  ...Object.fromEntries(MEDIA_KINDS.map((kind) => [kind, readMedia])),
}

const tapped = (title: unknown, payload: unknown): Said => ({
  body: textOf(title),
  payload: textOf(payload, LONGEST.payload) || null,
})

function readInteractive({ type, ...given }: any): Said | null {
  const reply = isObject(given[type]) ? given[type] : null
  if (!reply) return null
  if (type === 'button_reply' || type === 'list_reply') return tapped(reply.title, reply.id)
  if (type === 'nfm_reply') return { body: textOf(reply.body) || textOf(reply.name) }
  return null
}

function readMedia(given: any, type: string): Said | null {
  const reference = idOf(given?.id)
  if (!reference) return null
  const media: Media = {
    kind: type as MediaKind,
    contentType: textOf(given.mime_type, 100),
    filename: textOf(given.filename, 200) || null,
    ...(given.voice === true && { isVoice: true }),
    reference,
  }
  return { body: textOf(given.caption), content: { media: [media] } }
}

function readLocation({ latitude, longitude, name, address }: any): Said | null {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
  const location = {
    latitude,
    longitude,
    ...(name && { name: textOf(name, 200) }),
    ...(address && { address: textOf(address, 300) }),
  }
  return { body: '', content: { location } }
}

function readContacts(given: unknown): Said | null {
  const contacts = listOf(given).map(({ name, phones }) => ({
    name: textOf(name?.formatted_name ?? name?.first_name, 200),
    phones: listOf(phones).map(({ phone, wa_id: waId }) => textOf(phone ?? waId, 40)),
  }))
  return contacts.length > 0 ? { body: '', content: { contacts } } : null
}

/** Without an emoji it was taken away. */
function readReaction({ message_id: to, emoji }: any): Said | null {
  if (!idOf(to)) return null
  return { body: '', content: { reaction: { emoji: textOf(emoji, 40) || null, to: idOf(to) } } }
}

/** Kept for a person to see that something came, in Meta's word for it. */
function unsupported({ unsupported: given }: Record<string, any>, type: string): Said {
  const word = type === 'unsupported' ? textOf(given?.type, 40) || type : type
  const content: MessageContent = { unsupported: word }
  return { body: '', content }
}
