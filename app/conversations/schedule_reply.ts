import { composerOf, WHY_NOT } from '#conversations/composer'
import { isWaitingForItsHour } from '#conversations/scheduled_reply'
import Contact from '#contacts/models/contact'
import { friendlyTime } from '#core/friendly_time'
import { Problem } from '#core/problem'
import { bell } from '#messages/bell'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type User from '#users/models/user'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

interface Later {
  text: string
  sendAt: DateTime
  /** In which the moment is spoken of. */
  zone: string
}

interface Scheduled {
  by: User
  requestKey: string
}

/**
 * Writes a reply that leaves at its hour, unless the person writes first. Null when this very request was heeded already.
 * @throws Problem 422 on `text` when they may not be written to now, on `send_at` when they may not at that hour
 */
export async function scheduleReply(conversationId: number, later: Later, scheduled: Scheduled) {
  const { text, sendAt, zone } = later
  return db.transaction(async (trx) => {
    const conversation = await Conversation.lock(conversationId, trx)
    const contact = await Contact.findOrFail(conversation.contactId, { client: trx })
    refuse(conversation, contact, { sendAt, zone })
    const message = await Message.plan(
      {
        kind: 'reply',
        contact,
        address: contact.address,
        sender: conversation.sender,
        body: text,
        authorId: scheduled.by.id,
        dedupeKey: `reply:${scheduled.requestKey}`,
        sendAt,
        expiresAt: null,
        facts: { isScheduled: true },
      },
      trx
    )
    if (!message) return null
    await conversation.answered(DateTime.utc(), { by: scheduled.by.id }).save()
    conversation.announce(trx)
    return message
  })
}

function refuse(
  conversation: Conversation,
  contact: Contact,
  { sendAt, zone }: Pick<Later, 'sendAt' | 'zone'>
) {
  const now = composerOf(conversation, contact, DateTime.utc())
  if (now.writing !== 'free') throw Problem.invalid('text', now.writing, WHY_NOT[now.writing])
  const then = composerOf(conversation, contact, sendAt)
  if (then.writing === 'free') return
  const closing = friendlyTime(now.closesAt!, { zone })
  throw Problem.invalid(
    'send_at',
    'window_closed_then',
    `As 24 horas da conversa terminam ${closing}: nessa hora o WhatsApp não aceitaria mais este texto. Escolha um momento antes.`
  )
}

/** Somebody thought better of it: the conversation waits for us again. */
export async function cancelScheduled(conversationId: number, messageId: number) {
  await decide(conversationId, messageId, async (message, conversation, trx) => {
    await message.end('canceled', 'canceled_by_person', trx)
    await conversation.reopen().save()
  })
}

/** Not at its hour but now, whatever the person wrote meanwhile: somebody has read it. */
export async function sendScheduledNow(conversationId: number, messageId: number) {
  await decide(conversationId, messageId, async (message, _conversation, trx) => {
    const facts = { ...message.facts, isScheduled: false }
    await message.merge({ sendAt: DateTime.utc(), facts }).save()
    await message.announce(trx)
    bell.ringAfter(trx)
  })
}

type Act = (
  message: Message,
  conversation: Conversation,
  trx: Parameters<Message['announce']>[0]
) => Promise<void>

function decide(conversationId: number, messageId: number, act: Act) {
  return db.transaction(async (trx) => {
    const conversation = await Conversation.lock(conversationId, trx)
    const { contactId, sender } = conversation
    const message = await Message.query({ client: trx })
      .where({ id: messageId, contact_id: contactId, sender })
      .forUpdate()
      .firstOrFail()
    if (!isWaitingForItsHour(message)) throw gone()
    await act(message, conversation, trx)
    conversation.announce(trx)
  })
}

const gone = () =>
  Problem.conflict(
    'not_waiting',
    'Esta mensagem não espera mais: ela já saiu, ou a pessoa escreveu antes.'
  )
