import { composerOf, WHY_NOT } from '#conversations/composer'
import { askWhenAnswered } from '#conversations/double_answer'
import { mustBeSayableFrom } from '#conversations/sayable'
import Contact from '#contacts/models/contact'
import { Problem } from '#core/problem'
import Conversation from '#messages/models/conversation'
import Message, { type Plan } from '#messages/models/message'
import type User from '#users/models/user'
import type { ContactCard, Media, MessageContent, Place } from '#whatsapp/content'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Reply {
  text?: string
  media?: Media | null
  location?: Place
  contacts?: ContactCard[]
  /** The id of the message it quotes. */
  quote?: number | null
}

export interface Sent {
  by: User
  /** The same request twice is one message. */
  requestKey: string
  /** The newest message the writer had seen (`askWhenAnswered`). */
  seen?: number | null
}

interface Claimed {
  conversation: Conversation
  contact: Contact
}

type Said = Pick<
  Plan,
  'body' | 'content' | 'templateKey' | 'templateTwinId' | 'twinWording' | 'facts'
>

/**
 * Writes to the person, from the number of the conversation. Null when this very request was heeded already.
 * @throws Problem 422 on `text` when they may not be written to, 409 when a colleague answered since.
 */
export async function sendReply(conversationId: number, reply: Reply, sent: Sent) {
  return db.transaction(async (trx) => {
    const { writing, ...claimed } = await claimReply(conversationId, trx)
    if (writing !== 'free') throw Problem.invalid('text', writing, WHY_NOT[writing])
    await askWhenAnswered(claimed.conversation, sent, trx)
    const content = contentOf(reply)
    if (content) mustBeSayableFrom(claimed.conversation.sender, content)
    const facts = await quoting(claimed.conversation, reply.quote, trx)
    return writeReply(claimed, { body: reply.text ?? '', content, facts }, sent, trx)
  })
}

function contentOf({ media, location, contacts }: Reply): MessageContent | null {
  if (location) return { location }
  if (contacts) return { contacts }
  return media ? { media: [media] } : null
}

/** The conversation, locked, and what may be written in it. */
export async function claimReply(conversationId: number, trx: TransactionClientContract) {
  const conversation = await Conversation.lock(conversationId, trx)
  const contact = await Contact.findOrFail(conversation.contactId, { client: trx })
  const { writing } = composerOf(conversation, contact, DateTime.utc())
  return { conversation, contact, writing }
}

/** From now on we wait for the person. */
export async function writeReply(
  claimed: Claimed,
  said: Said,
  sent: Sent,
  trx: TransactionClientContract
) {
  const { conversation } = claimed
  const message = await planReply(claimed, said, sent, trx)
  if (!message) return null
  await conversation.answered(DateTime.utc(), { by: sent.by.id }).save()
  conversation.announce(trx)
  return message
}

/** Leaves at once, and says nothing of who waits for whom. */
export const planReply = (
  { conversation, contact }: Claimed,
  said: Said,
  { by, requestKey }: Sent,
  trx: TransactionClientContract
) =>
  Message.plan(
    {
      ...said,
      kind: 'reply',
      contact,
      address: contact.address,
      sender: conversation.sender,
      authorId: by.id,
      dedupeKey: `reply:${requestKey}`,
      sendAt: DateTime.utc(),
      expiresAt: null,
    },
    trx
  )

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
