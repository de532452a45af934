import Note from '#conversations/models/note'
import type Conversation from '#messages/models/conversation'
import type Message from '#messages/models/message'

interface Page {
  /** Newest first. */
  rows: Message[]
  /** Messages come before these. */
  isFirst: boolean
  /** Messages come after these. */
  isPast: boolean
}

/** Notes that stand between the messages of that page of the thread. */
export async function notesAmong(conversation: Conversation, { rows, isFirst, isPast }: Page) {
  const query = Note.of(conversation).orderBy('id')
  const [newest, oldest] = [rows.at(0), rows.at(-1)]
  if (!newest || !oldest) return isPast ? [] : query
  if (isPast)
    query.where((up) =>
      up.where('after_message_id', '<=', newest.id).orWhereNull('after_message_id')
    )
  if (!isFirst) query.where('after_message_id', '>=', oldest.id)
  return query
}
