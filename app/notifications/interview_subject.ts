import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import type Message from '#messages/models/message'
import type { MessageSubject, Obstacle } from '#messages/message_subject'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * Messages about interviews: whether they still tell the truth, and what the interview remembers of them.
 */
export const interviewSubject: MessageSubject = {
  concerns: (message) => message.interviewId !== null && message.interviewId !== undefined,

  async obstacle(message, trx): Promise<Obstacle | null> {
    const interview = await Interview.findOrFail(message.interviewId, { client: trx })
    if (message.templateKey === 'interview_cancelled') {
      return interview.status === 'cancelled'
        ? null
        : { status: 'superseded', reason: 'interview_changed' }
    }
    if (interview.status === 'cancelled') {
      return { status: 'superseded', reason: 'interview_cancelled' }
    }
    if (!interview.isOpen) return { status: 'superseded', reason: 'interview_over' }
    if (interview.revision !== message.revision) {
      return { status: 'superseded', reason: 'interview_changed' }
    }
    return interview.hasBegun ? { status: 'expired', reason: 'interview_started' } : null
  },

  deadline: (message) => DateTime.fromISO(message.facts!.startsAt as string),

  async changed(message, trx) {
    await (message.kind === 'reminder' ? trackReminder(message, trx) : trackNotice(message, trx))
  },

  channels: (message) => ['interviews', `interviews/${message.interviewId}`],
}

async function trackReminder(message: Message, trx: TransactionClientContract) {
  if (!message.sentAt || message.revision === null) return
  await Interview.query({ client: trx })
    .where('id', message.interviewId!)
    .where('starts_at', message.facts!.startsAt as string)
    .whereNull('reminder_sent_at')
    .update({ reminder_sent_at: toDb(message.sentAt) })
}

/** The interview shows its newest notice: a late word about an older one changes nothing. */
async function trackNotice(message: Message, trx: TransactionClientContract) {
  await Interview.query({ client: trx })
    .where('id', message.interviewId!)
    .whereNotExists(newerNotice(message, trx))
    .update({
      whatsapp_status: message.status,
      whatsapp_message_sid: message.providerMessageId ?? null,
      whatsapp_sent_at: message.sentAt ? toDb(message.sentAt) : null,
    })
}

const newerNotice = (message: Message, trx: TransactionClientContract) =>
  trx
    .from('messages')
    .where({ interview_id: message.interviewId, kind: 'notice' })
    .where('id', '>', message.id)
    .whereNot('status', 'superseded')
