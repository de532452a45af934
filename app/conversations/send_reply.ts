import { composerOf, WHY_NOT } from '#conversations/composer'
import { askWhenAnswered } from '#conversations/double_answer'
import Contact from '#contacts/models/contact'
import { Problem } from '#core/problem'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Reply {
  text: string
  /** The id of the message it quotes. */
  quote?: number | null
}

interface Sent {
  by: User
  /** The same request twice is one message. */
  requestKey: string
  /** The newest message the writer had seen (`askWhenAnswered`). */
  seen?: number | null
}

/**
 * Writes to the person, from the number of the conversation. Null when this very request was heeded already.
 * @throws Problem 422 on `text` when they may not be written to, 409 when a colleague answered since.
 */
export async function sendReply(conversationId: number, reply: Reply, sent: Sent) {
  return db.transaction(async (trx) => {
    const conversation = await Conversation.lock(conversationId, trx)
    const contact = await Contact.findOrFail(conversation.contactId, { client: trx })
    const now = DateTime.utc()
    refuse(conversation, contact, now)
    await askWhenAnswered(conversation, sent, trx)
    const message = await Message.plan(
      {
        kind: 'reply',
        contact,
        address: contact.address,
        sender: conversation.sender,
        body: reply.text,
        authorId: sent.by.id,
        dedupeKey: `reply:${sent.requestKey}`,
        sendAt: now,
        expiresAt: null,
        facts: await quoting(conversation, reply.quote, trx),
      },
      trx
    )
    if (!message) return null
    await conversation.answered(now, { by: sent.by.id }).save()
    conversation.announce(trx)
    return message
  })
}

function refuse(conversation: Conversation, contact: Contact, now: DateTime) {
  const { capabilities } = whatsapp.use(conversation.sender)
  const { writing } = composerOf(conversation, contact, capabilities, now)
  if (writing !== 'free') throw Problem.invalid('text', writing, WHY_NOT[writing])
}

/** The provider's id of a message of this very conversation. */
async function quoting(
  { contactId, sender }: Conversation,
  id: number | null | undefined,
  trx: TransactionClientContract
) {
  if (!id || !whatsapp.use(sender).capabilities.quotes) return undefined
  const quoted = await Message.query({ client: trx })
    .where({ id, contact_id: contactId, sender })
    .first()
  const repliesTo = quoted?.providerMessageId
  return repliesTo ? { repliesTo } : undefined
}
