import { instant } from '#api/v1/transformers/instant'
import type Message from '#messages/models/message'

export type MessageJson = ReturnType<typeof messageJson>

export const messageJson = (message: Message) => ({
  id: message.id,
  contact_id: message.contactId,
  interview_id: message.interviewId,
  direction: message.direction,
  kind: message.kind,
  template_key: message.templateKey,
  status: message.status,
  reason: message.reason,
  explanation: message.explanation,
  error_code: message.errorCode,
  address: message.address,
  body: message.body,
  sid: message.providerMessageId,
  attempts: message.attempts,
  send_at: instant(message.sendAt),
  sent_at: instant(message.sentAt),
  delivered_at: instant(message.deliveredAt),
  read_at: instant(message.readAt),
  failed_at: instant(message.failedAt),
  created_at: instant(message.createdAt),
  updated_at: instant(message.updatedAt),
})
