import { mentionedIn } from '#conversations/mentioned'
import Mention from '#conversations/models/mention'
import Note from '#conversations/models/note'
import { team } from '#conversations/people'
import { refreshAfter } from '#core/live'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type User from '#users/models/user'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

interface Written {
  by: User
  /** The same request twice is one note. */
  requestKey: string
}

/** Keeps the note beside the conversation and calls whom it names. */
export async function writeNote(conversationId: number, body: string, written: Written) {
  const { by, requestKey } = written
  const people = (await team()).filter(({ id }) => id !== by.id)
  return db.transaction(async (trx) => {
    const conversation = await Conversation.lock(conversationId, trx)
    const known = await Note.findBy({ requestKey }, { client: trx })
    if (known) return known
    const note = await Note.create(
      {
        conversationId,
        body,
        requestKey,
        authorId: by.id,
        afterMessageId: await lastIn(conversation, trx),
      },
      { client: trx }
    )
    // Who writes their own name needs no reminder.
    await call(mentionedIn(body, people), note, trx)
    conversation.announce(trx)
    return note
  })
}

async function lastIn({ contactId, sender }: Conversation, trx: TransactionClientContract) {
  const last = await Message.query({ client: trx })
    .select('id')
    .where({ contact_id: contactId, sender })
    .orderBy('id', 'desc')
    .first()
  return last?.id ?? null
}

async function call(named: User[], note: Note, trx: TransactionClientContract) {
  const { id: noteId, conversationId } = note
  const rows = named.map(({ id: userId }) => ({ noteId, conversationId, userId }))
  await Mention.createMany(rows, { client: trx })
  const channels = named.map(({ id }) => Mention.channel(id))
  refreshAfter(trx, channels)
}
