import { bubblesOf, type Bubble } from '#conversations/bubbles'
import { keysetPage } from '#core/keyset_page'
import { readRowId } from '#core/row_id'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type { DateTime } from 'luxon'

const PER_PAGE = 40

interface Day {
  /** Its beginning, in the company's zone. */
  day: DateTime
  bubbles: Bubble[]
}

export interface Thread {
  days: Day[]
  /** Cursor of the page before this one; null at the beginning of the conversation. */
  earlier: string | null
}

/** The latest page of all that was written between the two, oldest first; or the one before `cursor`. */
export async function threadOf(
  conversation: Conversation,
  { zone, cursor }: { zone: string; cursor?: string }
): Promise<Thread> {
  const page = await keysetPage(messagesOf(conversation), {
    by: ['sender', 'id'],
    descending: true,
    limit: PER_PAGE,
    cursor,
  })
  const bubbles = await bubblesOf(conversation, page.rows)
  return { days: byDay(bubbles, zone), earlier: page.nextCursor }
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

function byDay(bubbles: Bubble[], zone: string): Day[] {
  const days = Map.groupBy(bubbles, ({ at }) => at.setZone(zone).startOf('day').toMillis())
  return [...days.values()].map((inDay) => ({
    day: inDay[0].at.setZone(zone).startOf('day'),
    bubbles: inDay,
  }))
}

/** The message that is about to be quoted, if it is of this conversation and the provider knows it. */
export async function quotedIn(conversation: Conversation, id: unknown): Promise<Message | null> {
  const messageId = readRowId(id)
  if (!messageId) return null
  return messagesOf(conversation).where('id', messageId).whereNotNull('provider_message_id').first()
}
