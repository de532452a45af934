import { rowsOf } from '#database/rows'
import type Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'

/** Never left: they are in the thread, and no news. */
const UNSAID = `('superseded', 'canceled')`

/** The last message of each, by the id of the conversation. */
export async function lastWordsOf(conversations: Conversation[]): Promise<Map<number, Message>> {
  if (conversations.length === 0) return new Map()
  const ids = conversations.map(({ id }) => id)
  const found = await rowsOf<{ id: number; message_id: number | null }>(
    `select c.id, (
       select m.id from messages m
       where m.contact_id = c.contact_id and m.sender = c.sender and m.status not in ${UNSAID}
       order by m.id desc limit 1) as message_id
     from conversations c where c.id in (${ids.map(() => '?').join(', ')})`,
    ids
  )
  const messages = await Message.findMany(found.flatMap(({ message_id: id }) => id ?? []))
  const byId = new Map(messages.map((message) => [message.id, message]))
  const pairs = found.map(({ id, message_id: last }) => [id, byId.get(last!)] as const)
  return new Map(pairs.filter((pair): pair is [number, Message] => pair[1] !== undefined))
}
