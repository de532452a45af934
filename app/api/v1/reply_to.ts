import { instantOf } from '#api/v1/moment'
import type { newMessageValidator } from '#api/v1/validators/conversation_validators'
import { scheduleReply } from '#conversations/schedule_reply'
import { ahead } from '#conversations/scheduled_moment'
import { sendReply } from '#conversations/send_reply'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import type User from '#users/models/user'
import type { Infer } from '@vinejs/vine/types'
import { randomUUID } from 'node:crypto'

type NewMessage = Infer<typeof newMessageValidator>

interface Asked {
  by: User
  /** Of an `Idempotency-Key`. */
  requestKey?: string
}

/** The message that the request asks for, also when an earlier try of the same request wrote it. */
export async function replyTo(conversationId: number, input: NewMessage, asked: Asked) {
  const { by, requestKey = `api:${randomUUID()}` } = asked
  const message = await write(conversationId, input, { by, requestKey })
  return message ?? Message.findByOrFail('dedupeKey', `reply:${requestKey}`)
}

async function write(id: number, input: NewMessage, asked: Required<Asked>) {
  const { text, quoted_message_id: quote, last_seen_message_id: seen, send_at: later } = input
  if (!later) return sendReply(id, { text, quote }, { ...asked, seen })
  const { timeZone: zone } = await CompanySettings.current()
  const sendAt = ahead(instantOf(later, 'send_at'))
  return scheduleReply(id, { text, sendAt, zone }, asked)
}
