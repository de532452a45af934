import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import type { MessageSubject, Obstacle } from '#messages/message_subject'
import Message from '#messages/models/message'
import { factsOf, sameFacts, type InterviewFacts } from '#notifications/interview_facts'
import { valuesNow } from '#notifications/interview_message'
import { standing } from '#notifications/standing'
import { wordingNow } from '#notifications/wording'
import { trackAccepted } from '#notifications/track_accepted'
import { InterviewNotifier } from '#notifications/interview_notifier'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

type Trx = TransactionClientContract

/**
 * Messages about interviews: whether they still tell the truth, and what the interview remembers of them.
 */
export const interviewSubject: MessageSubject = {
  concerns: (message) => message.interviewId !== null && message.interviewId !== undefined,

  async obstacle(message, trx): Promise<Obstacle | null> {
    const interview = await Interview.findOrFail(message.interviewId, { client: trx })
    if (message.kind === 'text') return answerObstacle(message, interview)
    if (message.templateKey === 'interview_cancelled') {
      return interview.status === 'cancelled'
        ? null
        : { status: 'superseded', reason: 'interview_changed' }
    }
    if (interview.status === 'cancelled') {
      return { status: 'superseded', reason: 'interview_cancelled' }
    }
    if (!interview.isOpen) return { status: 'superseded', reason: 'interview_over' }
    if (!isTrue(message, interview)) return { status: 'superseded', reason: 'interview_changed' }
    return interview.hasBegun ? { status: 'expired', reason: 'interview_started' } : null
  },

  standing: (messageIds, trx) => standing(messageIds, trx),

  deadline: (message) => DateTime.fromISO(message.facts!.deadline as string),

  wordingNow: (message, buttons, trx) => wordingNow(message, buttons, trx),

  async values(message, trx) {
    const interview = await Interview.findOrFail(message.interviewId, { client: trx })
    const previous = (message.facts?.previous as InterviewFacts | undefined) ?? null
    return (await valuesNow({ interview, previous }, trx)).values
  },

  async takenBack(message, trx) {
    if (message.kind !== 'text') await InterviewNotifier.reconsider(message, trx)
  },

  async changed(message, trx) {
    if (message.kind === 'text') return
    await (message.kind === 'reminder' ? trackReminder(message, trx) : trackNotice(message, trx))
  },

  accepted: (messages, trx) => trackAccepted(messages, trx),

  channels: (message) => ['interviews', `interviews/${message.interviewId}`],
}

/** Moved there and back, it still is. */
const isTrue = (message: Message, interview: Interview) =>
  sameFacts(message.facts as unknown as InterviewFacts, factsOf(interview))

/** An answer to the candidate's own words: needless once what they read next says something else. */
function answerObstacle(message: Message, interview: Interview): Obstacle | null {
  const isStill = message.facts!.isOpen === interview.isOpen
  if (isStill && isTrue(message, interview)) return null
  const reason = interview.status === 'cancelled' ? 'interview_cancelled' : 'interview_changed'
  return { status: 'superseded', reason }
}

/** A reminder that failed in the end was none. */
async function trackReminder({ interviewId, facts, sentAt, status }: Message, trx: Trx) {
  if (!sentAt) return
  await Interview.query({ client: trx })
    .where('id', interviewId!)
    .where('starts_at', facts!.startsAt as string)
    .update({ reminder_sent_at: status === 'failed' ? null : toDb(sentAt) })
}

/** The interview shows its newest notice: a late word about an older one, or one taken back, changes nothing. */
async function trackNotice(message: Message, trx: Trx) {
  const interviewId = message.interviewId!
  if (message.status === 'superseded') {
    const shown = await Message.newestNotice(interviewId, trx)
    await tracked(interviewId, trx).update(tracking(shown))
    return
  }
  await tracked(interviewId, trx)
    .whereNotExists(newerNotice(message, trx))
    .update(tracking(message))
}

const tracked = (interviewId: number, trx: Trx) =>
  Interview.query({ client: trx }).where('id', interviewId)

const tracking = (notice: Message | null) => ({
  whatsapp_status: notice?.status ?? null,
  whatsapp_message_sid: notice?.providerMessageId ?? null,
  whatsapp_sent_at: notice?.sentAt ? toDb(notice.sentAt) : null,
})

const newerNotice = (message: Message, trx: Trx) =>
  trx
    .from('messages')
    .where({ interview_id: message.interviewId, kind: 'notice' })
    .where('id', '>', message.id)
    .whereNot('status', 'superseded')
