import Conversation from '#messages/models/conversation'
import type { MessageSubject } from '#messages/message_subject'
import type Message from '#messages/models/message'
import ReplyTask from '#replies/models/reply_task'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** It ended without being said. */
const UNSAID = ['failed', 'expired', 'canceled']

/** Automatic replies: what one settled waits for a person after all when it does not arrive. */
export const autoReplySubject: MessageSubject = {
  concerns: ({ kind }) => kind === 'auto_reply',
  obstacle: async () => null,
  standing: async (messageIds) => messageIds,
  deadline: () => null,
  wordingNow: async ({ body, content }) => ({ body, content }),
  values: async () => ({}),
  takenBack: async () => {},
  changed: async (message, trx) => {
    if (UNSAID.includes(message.status)) await reopen(message, trx)
  },
  accepted: async () => {},
  channels: () => ['conversations'],
}

/** The sentence for off hours settled nothing: its conversation is open anyway. */
async function reopen({ facts, contactId, sender }: Message, trx: TransactionClientContract) {
  const answered = { messageId: Number(facts?.answers), status: 'replied' as const }
  const task = await ReplyTask.query({ client: trx }).where(answered).forUpdate().first()
  if (!task) return
  await (task as ReplyTask).merge({ status: 'failed' }).save()
  const conversation = await Conversation.between({ contactId: contactId!, sender }, trx)
  await conversation.needPerson().save()
  conversation.announce(trx)
}
