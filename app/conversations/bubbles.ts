import { keptFilesOf } from '#conversations/kept_files'
import { messageLine } from '#conversations/message_line'
import { namesOf } from '#conversations/people'
import { reactionsAmong } from '#conversations/reactions'
import type MediaFile from '#media/models/media_file'
import type Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type { ContactCard, Media } from '#whatsapp/content'
import type { DateTime } from 'luxon'

interface Choice {
  title: string
  description?: string
  isTapped: boolean
}

interface Quote {
  isOurs: boolean
  line: string
}

/** A message as the thread shows it. */
export interface Bubble {
  message: Message
  /** Where it stands in the thread: when it was said, or is to be. */
  at: DateTime
  /** Who of ours wrote it. */
  author: string | null
  quote: Quote | null
  files: Media[]
  /** By `Media.file`. */
  kept: Map<string, MediaFile>
  cards: ContactCard[]
  choices: Choice[]
  /** Emojis put on it. */
  reactions: string[]
  /** The one of ours among them. */
  ownReaction: string | null
  /** The person wrote it, and the provider can name it. */
  canTakeReaction: boolean
  /** It can be sent again, and nobody did so yet. */
  isRetryable: boolean
}

/** The messages of a page, oldest first. Reactions sit on what they are about, where the page has it. */
export async function bubblesOf(
  conversation: Conversation,
  messages: Message[]
): Promise<Bubble[]> {
  const authors = await namesOf(messages.map(({ authorId }) => authorId))
  const quotes = await quotedBy(messages, conversation)
  const kept = await keptFilesOf(messages)
  const retried = await retriedAmong(messages)
  const { reactions, ours, isShownElsewhere } = reactionsAmong(messages)
  const taps = tapsAmong(messages)
  return messages
    .filter((message) => !isShownElsewhere(message))
    .map((message) => ({
      message,
      at: momentOf(message),
      author: authors.get(message.authorId!) ?? null,
      quote: spoken(quotes.get(quotedId(message)!)),
      files: message.content?.media ?? [],
      kept,
      cards: message.content?.contacts ?? [],
      choices: choicesOf(message, taps),
      reactions: reactions.get(message.providerMessageId!) ?? [],
      ownReaction: ours(message.providerMessageId),
      canTakeReaction: isHeard(message),
      isRetryable: message.isResendable && !retried.has(message.id),
    }))
    .sort(
      (one, other) => one.at.toMillis() - other.at.toMillis() || one.message.id - other.message.id
    )
}

const isHeard = ({ isOutbound, providerMessageId, content }: Message) =>
  !isOutbound && Boolean(providerMessageId) && !content?.reaction

/** A waiting message stands where it will leave, an ended one where it ended. */
function momentOf({ status, sentAt, failedAt, sendAt, createdAt }: Message) {
  const waiting = status === 'queued' && sendAt && sendAt > createdAt ? sendAt : null
  return sentAt ?? failedAt ?? waiting ?? createdAt
}

const quotedId = ({ facts }: Message): string | null =>
  (facts?.repliedTo ?? facts?.repliesTo ?? null) as string | null

/** What is quoted may be on any page. */
async function quotedBy(messages: Message[], { contactId }: Conversation) {
  const ids = [...new Set(messages.flatMap((message) => quotedId(message) ?? []))]
  if (ids.length === 0) return new Map<string, Message>()
  const quoted = await Message.query()
    .where('contact_id', contactId)
    .whereIn('provider_message_id', ids)
  return new Map(quoted.map((message) => [message.providerMessageId!, message]))
}

const spoken = (quoted?: Message): Quote | null =>
  quoted ? { isOurs: quoted.isOutbound, line: messageLine(quoted) } : null

async function retriedAmong(messages: Message[]) {
  const keys = messages.filter(({ isResendable }) => isResendable).map(({ id }) => `resend:${id}`)
  if (keys.length === 0) return new Set<number>()
  const again = await Message.query().select('dedupe_key').whereIn('dedupe_key', keys)
  return new Set(again.map(({ dedupeKey }) => Number(dedupeKey!.split(':')[1])))
}

/** `MESSAGE CHOICE` of what the person tapped. */
const tapsAmong = (messages: Message[]) =>
  new Set(
    messages
      .filter(({ isOutbound, facts }) => !isOutbound && facts?.payload)
      .map(({ facts }) => `${facts!.repliedTo} ${facts!.payload}`)
  )

function choicesOf({ content, providerMessageId }: Message, taps: Set<string>): Choice[] {
  const choices: { id: string; title: string; description?: string }[] = [
    ...(content?.buttons ?? []),
    ...(content?.list?.rows ?? []),
  ]
  return choices.map(({ id, title, description }) => ({
    title,
    description,
    isTapped: taps.has(`${providerMessageId} ${id}`),
  }))
}
