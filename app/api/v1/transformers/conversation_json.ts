import { instant } from '#api/v1/transformers/instant'
import type Conversation from '#messages/models/conversation'
import { SessionWindow } from '#messages/session_window'
import whatsapp from '#whatsapp/services/main'

/** `contact` is preloaded. */
export const conversationJson = (conversation: Conversation) => ({
  id: conversation.id,
  contact_id: conversation.contactId,
  contact_name: conversation.contact.name,
  contact_phone: conversation.contact.phone,
  sender: conversation.sender,
  status: conversation.status,
  snoozed_until: instant(conversation.snoozedUntil),
  assignee_id: conversation.assigneeId ?? null,
  team_id: conversation.teamId ?? null,
  unread_count: conversation.unreadCount,
  window_closes_at: instant(windowOf(conversation)),
  last_inbound_at: instant(conversation.lastInboundAt),
  last_activity_at: instant(conversation.lastActivityAt),
  created_at: instant(conversation.createdAt),
  updated_at: instant(conversation.updatedAt),
})

/** Null where free text is always taken, and before the person has written. */
function windowOf({ sender, lastInboundAt }: Conversation) {
  if (whatsapp.use(sender).capabilities.freeTextAnytime) return null
  return new SessionWindow(lastInboundAt ?? null).closesAt
}
