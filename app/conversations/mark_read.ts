import { refresh } from '#core/live'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'

/** Somebody of ours has the conversation before their eyes. */
export async function markRead(conversation: Conversation) {
  if (conversation.unreadCount === 0) return
  conversation.unreadCount = 0
  const unread = Conversation.query().where('id', conversation.id).where('unread_count', '>', 0)
  const [count] = await unread.update({ unread_count: 0 })
  if (Number(count) === 0) return
  refresh(['conversations'])
  // The page does not wait for the provider, and the person does not miss it.
  tellProvider(conversation).catch((error) =>
    logger.warn({ err: error, sender: conversation.sender }, 'a message was not marked as read')
  )
}

async function tellProvider({ contactId, sender }: Conversation) {
  const gateway = whatsapp.use(sender)
  if (!gateway.capabilities.readMarks) return
  const last = await Message.query()
    .where({ contact_id: contactId, sender, direction: 'inbound' })
    .whereNotNull('provider_message_id')
    .orderBy('id', 'desc')
    .first()
  if (last) await gateway.markRead(last.providerMessageId!)
}
