import { rowsOf } from '#database/rows'
import type Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'

/** Never left: they are in the thread, and no news. */
const UNSAID = `('superseded', 'canceled')`

/** The last message of each, by the id of the conversation; of those in `found`, that one. */
export async function lastWordsOf(
  conversations: Conversation[],
  found = new Map<number, number>()
): Promise<Map<number, Message>> {
  if (conversations.length === 0) return new Map()
  const ids = conversations.map(({ id }) => id)
  const last = await rowsOf<{ id: number; message_id: number | null }>(
    `select c.id, (
       select m.id from messages m
       where m.contact_id = c.contact_id and m.sender between c.sender and c.sender and m.status not in ${UNSAID}
       order by m.sender desc, m.id desc limit 1) as message_id
     from conversations c where c.id in (${ids.map(() => '?').join(', ')})`,
    ids
  )
  const shown = last.map(({ id, message_id: newest }) => [id, found.get(id) ?? newest] as const)
  const messages = await Message.findMany(shown.flatMap(([, messageId]) => messageId ?? []))
  const byId = new Map(messages.map((message) => [message.id, message]))
  return new Map(shown.flatMap(([id, messageId]) => pair(id, byId.get(messageId!))))
}

const pair = (id: number, message?: Message): [number, Message][] =>
  message ? [[id, message]] : []
