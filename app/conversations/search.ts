import type { ConversationQuery } from '#conversations/conversation_list'
import { messagesWith, MOST_FOUND } from '#conversations/message_words'
import Contact from '#contacts/models/contact'
import { rowsOf } from '#database/rows'

export interface Found {
  /** The newest message with these words, by the id of its conversation. */
  messages: Map<number, number>
  /** There are older messages with them, which are not looked at. */
  isCut: boolean
}

/** Keeps the conversations in which that was written, or with somebody of that name or number. */
export async function searched(query: ConversationQuery, text: string): Promise<Found> {
  const ids = await messagesWith(text)
  const messages = await conversationsOf(ids)
  const people = Contact.query()
    .select('id')
    .withScopes((scopes) => scopes.matching(text))
  query.where((either) => {
    either.whereIn('contact_id', people).orWhereIn('conversations.id', [...messages.keys()])
  })
  return { messages, isCut: ids.length === MOST_FOUND }
}

async function conversationsOf(messageIds: number[]) {
  if (messageIds.length === 0) return new Map<number, number>()
  const rows = await rowsOf<{ id: number; message_id: number }>(
    `select c.id, max(m.id) as message_id from messages m
     join conversations c on c.contact_id = m.contact_id and c.sender = m.sender
     where m.id in (${messageIds.map(() => '?').join(', ')}) group by c.id`,
    messageIds
  )
  return new Map(rows.map(({ id, message_id: last }) => [id, last]))
}
