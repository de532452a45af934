import { instantOf } from '#api/v1/moment'
import type { newMessageValidator } from '#api/v1/validators/conversation_validators'
import { react } from '#conversations/react'
import { readCard } from '#conversations/read_card'
import { scheduleReply } from '#conversations/schedule_reply'
import { ahead } from '#conversations/scheduled_moment'
import { sendReply } from '#conversations/send_reply'
import { Problem } from '#core/problem'
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

const KINDS = ['text', 'location', 'contacts', 'reaction'] as const

/** The message that the request asks for, also when an earlier try of the same request wrote it. */
export async function replyTo(conversationId: number, input: NewMessage, asked: Asked) {
  const { by, requestKey = `api:${randomUUID()}` } = asked
  mustBeOne(input)
  const message = await write(conversationId, input, { by, requestKey })
  return message ?? Message.findByOrFail('dedupeKey', `reply:${requestKey}`)
}

/** A place cannot carry a text, nor a reaction a place. */
function mustBeOne(input: NewMessage) {
  const [, other] = KINDS.filter((kind) => input[kind] !== undefined)
  if (!other) return
  throw Problem.invalid(other, 'alone', `Uma mensagem leva só um destes: ${KINDS.join(', ')}.`)
}

async function write(id: number, input: NewMessage, asked: Required<Asked>) {
  const { text = '', reaction, send_at: later } = input
  if (reaction) {
    const { message_id: messageId, emoji } = reaction
    return react(id, { messageId, emoji }, asked)
  }
  if (later) return schedule(id, { text, later }, asked)
  const { location, quoted_message_id: quote, last_seen_message_id: seen } = input
  const contacts = cardsIn(input)
  return sendReply(id, { text, location, contacts, quote }, { ...asked, seen })
}

async function schedule(
  id: number,
  { text, later }: { text: string; later: string },
  asked: Required<Asked>
) {
  const { timeZone: zone } = await CompanySettings.current()
  const sendAt = ahead(instantOf(later, 'send_at'))
  return scheduleReply(id, { text, sendAt, zone }, asked)
}

const cardsIn = ({ contacts }: NewMessage) =>
  contacts?.map((card, n) => readCard(card, (at) => `contacts.${n}.phones.${at}`))
