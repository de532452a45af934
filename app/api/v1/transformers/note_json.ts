import { instant } from '#api/v1/transformers/instant'
import type Note from '#conversations/models/note'

/** `author` and `mentions` are preloaded. */
export const noteJson = (note: Note) => ({
  id: note.id,
  conversation_id: note.conversationId,
  author_id: note.authorId,
  author_name: note.author.fullName,
  body: note.body,
  mentioned_ids: note.mentions.map(({ userId }) => userId),
  created_at: instant(note.createdAt),
})
