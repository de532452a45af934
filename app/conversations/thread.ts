import { bubblesOf, type Bubble } from '#conversations/bubbles'
import type Note from '#conversations/models/note'
import { notesAmong } from '#conversations/notes_among'
import { keysetPage, writeCursor } from '#core/keyset_page'
import { readRowId } from '#core/row_id'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type { DateTime } from 'luxon'

const PER_PAGE = 40
const ORDER = ['sender', 'id']
/** What came after a message that was looked for is shown with it. */
const AFTER_FOUND = 10

interface Day {
  /** Its beginning, in the company's zone. */
  day: DateTime
  entries: Entry[]
}

/** What was said to the person, and what was said about it among us. */
export type Entry = Bubble | { note: Note; at: DateTime }

export interface Thread {
  days: Day[]
  /** Cursor of the page before this one; null at the beginning of the conversation. */
  earlier: string | null
}

/** The latest page of all that was written between the two and noted beside it, oldest first; or the one before `cursor`. */
export async function threadOf(
  conversation: Conversation,
  { zone, cursor }: { zone: string; cursor?: string }
): Promise<Thread> {
  const page = await keysetPage(messagesOf(conversation), {
    by: ORDER,
    descending: true,
    limit: PER_PAGE,
    cursor,
  })
  const bubbles = await bubblesOf(conversation, page.rows)
  const notes = await notesAmong(conversation, {
    rows: page.rows,
    isFirst: page.nextCursor === null,
    isPast: cursor !== undefined,
  })
  const entries = [...bubbles, ...notes.map((note) => ({ note, at: note.at }))]
  entries.sort((one, other) => one.at.toMillis() - other.at.toMillis())
  return { days: byDay(entries, zone), earlier: page.nextCursor }
}

/** The cursor of the page that holds this message; undefined when that is the latest one. */
export async function pageWith(conversation: Conversation, messageId: number) {
  const later = await messagesOf(conversation)
    .where('id', '>', messageId)
    .orderBy('sender')
    .orderBy('id')
    .offset(AFTER_FOUND)
    .first()
  return later ? writeCursor(later, ORDER) : undefined
}

/** Of that conversation and no other. */
export async function findIn(conversationId: number, messageId: number): Promise<Message> {
  const conversation = await Conversation.findOrFail(conversationId)
  return messagesOf(conversation).where('id', messageId).firstOrFail()
}

/**
 * A range of one sender, ordered by it: otherwise PostgreSQL may prefer to read all messages backwards until it has met
 * enough of these.
 */
export const messagesOf = ({ contactId, sender }: Conversation) =>
  Message.query().where('contact_id', contactId).whereBetween('sender', [sender, sender])

function byDay(entries: Entry[], zone: string): Day[] {
  const days = Map.groupBy(entries, ({ at }) => at.setZone(zone).startOf('day').toMillis())
  return [...days.values()].map((inDay) => ({
    day: inDay[0].at.setZone(zone).startOf('day'),
    entries: inDay,
  }))
}

/** The message that is about to be quoted, if it is of this conversation and the provider knows it. */
export async function quotedIn(conversation: Conversation, id: unknown): Promise<Message | null> {
  const messageId = readRowId(id)
  if (!messageId) return null
  return messagesOf(conversation).where('id', messageId).whereNotNull('provider_message_id').first()
}
