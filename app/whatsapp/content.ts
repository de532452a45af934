/** What WhatsApp calls the kinds of files a message may carry. */
export const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** `image/jpeg` is an image; what is none of the others is a document. */
export function kindOf(contentType: string): MediaKind {
  const [family] = contentType.split('/')
  return MEDIA_KINDS.find((kind) => kind === family) ?? 'document'
}

/** A file of a message, in or out. */
export interface Media {
  kind: MediaKind
  /** As the provider or the person who sent it said; not always true. */
  contentType: string
  filename: string | null
  /** Spoken into the phone. */
  isVoice?: boolean
  /** Inbound: where the provider keeps it, an address or an id of its own. */
  reference?: string
  /** Ours, once we keep it (`media_files.uuid`). */
  file?: string
  /** Outbound, on its way only: where the provider fetches it from. */
  url?: string
}

/** A choice the person can tap: the `id` comes back as the inbound's `payload`. Titles have at most 20 characters. */
export interface Button {
  id: string
  title: string
}

/** What WhatsApp takes of a text that has choices under it, in characters. */
export const TEXT_ABOVE_CHOICES = 1024

/** A text whose choices cannot stand under it says itself how to answer. */
export const withoutChoices = (body: string, content?: Pick<MessageContent, 'byTyping'>) =>
  [body, content?.byTyping].filter(Boolean).join('\n\n')

/** Choices behind one button: at most ten, titles of at most 24 characters and descriptions of at most 72. */
export interface ChoiceList {
  button: string
  rows: { id: string; title: string; description?: string }[]
}

/** Degrees, north and east positive. */
export interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

export interface ContactCard {
  name: string
  phones: string[]
}

/** An emoji put on a message (the provider's id of it); null takes it away. */
export interface Reaction {
  emoji: string | null
  to: string
}

/**
 * What a message holds beside its text (`messages.content`). Usually one of these; a file or a location may come with a
 * text, and choices always do.
 */
export interface MessageContent {
  media?: Media[]
  buttons?: Button[]
  list?: ChoiceList
  /** Outbound, with choices: how to answer where they cannot be shown after all. */
  byTyping?: string
  location?: Place
  contacts?: ContactCard[]
  reaction?: Reaction
  /** Inbound: a kind of message the provider or we cannot show, in its word for it. */
  unsupported?: string
  /** Inbound: forwarded to us, not written by the person. */
  isForwarded?: boolean
}
