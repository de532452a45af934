import { WHY_NOT } from '#conversations/composer'
import { mustBeSayableFrom } from '#conversations/sayable'
import { claimReply, planReply, type Sent } from '#conversations/send_reply'
import { Problem } from '#core/problem'
import Message from '#messages/models/message'
import type Conversation from '#messages/models/conversation'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Offered on the bubble; over the API any one emoji may be put. */
export const EMOJIS = ['👍', '❤️', '😂', '😮', '🙏', '✅']

interface Given {
  messageId: number
  /** Null takes it back. */
  emoji: string | null
}

/**
 * Puts an emoji on what the person wrote. It answers nothing: whoever waits goes on waiting. Null when this very request
 * was heeded already.
 * @throws Problem 422 where it cannot be put
 */
export async function react(conversationId: number, given: Given, sent: Sent) {
  return db.transaction(async (trx) => {
    const { writing, ...claimed } = await claimReply(conversationId, trx)
    if (writing !== 'free') throw Problem.invalid('reaction', writing, WHY_NOT[writing])
    const to = await heard(claimed.conversation, given.messageId, trx)
    const content = { reaction: { emoji: given.emoji, to } }
    mustBeSayableFrom(claimed.conversation.sender, content)
    const message = await planReply(claimed, { body: '', content }, sent, trx)
    claimed.conversation.announce(trx)
    return message
  })
}

/** The provider's id of something that the person wrote here. */
async function heard(
  { contactId, sender }: Conversation,
  id: number,
  trx: TransactionClientContract
) {
  const message = await Message.query({ client: trx })
    .where({ id, contact_id: contactId, sender, direction: 'inbound' })
    .first()
  if (message?.providerMessageId && !message.content?.reaction) return message.providerMessageId
  throw Problem.invalid('reaction', 'exists', 'Só se reage a uma mensagem que a pessoa escreveu.')
}
