import type { Changes, EventKind } from '#interviews/interview_change'
import type Interview from '#interviews/models/interview'
import InterviewEvent from '#interviews/models/interview_event'
import { remindersOf } from '#interviews/reminder_plan'
import type { MessageStatus } from '#messages/message_status'
import Message, { type MessageKind } from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import type User from '#users/models/user'
import type { DateTime } from 'luxon'

/** What a message became, or that it is planned. */
export interface TimelineMessage {
  /** Null while it is only planned. */
  id: number | null
  status: MessageStatus | 'planned'
  reason: string | null
  /** Why it is where it is, in Portuguese. */
  explanation: string | null
  /** Null while it is only planned: the text is written when it is due. */
  body: string | null
  sid: string | null
  /** When it leaves, or was to leave. */
  sendAt: DateTime | null
  sentAt: DateTime | null
  deliveredAt: DateTime | null
  readAt: DateTime | null
  isResendable: boolean
  templateKey: string | null
}

/** One line: something that happened to the interview, or a message about it. */
export interface TimelineEntry {
  kind: EventKind | MessageKind
  at: DateTime
  /** Null for the system itself, and for messages. */
  actor: User | null
  /** They did it themselves: in an answer, or on the page we sent them to. */
  byCandidate: boolean
  /** Attribute names as in the model; instants as ISO 8601 in UTC. */
  changes: Changes
  reason: string | null
  message: TimelineMessage | null
}

/**
 * What happened to an interview, what its candidate was told, and what is still to come; oldest first.
 */
export async function interviewTimeline(interview: Interview): Promise<TimelineEntry[]> {
  const events = await InterviewEvent.query()
    .where('interview_id', interview.id)
    .preload('actor')
    .orderBy('id')
  const messages = await Message.query().where('interview_id', interview.id).orderBy('id')
  const entries = [
    ...events.map(fromEvent),
    ...messages.map(fromMessage),
    ...(await plannedReminders(interview)),
  ]
  // The sort is stable: an event stays before the message it caused.
  return entries.sort((one, other) => one.at.toMillis() - other.at.toMillis())
}

function fromEvent(event: InterviewEvent): TimelineEntry {
  const { kind, createdAt: at, actor, byCandidate, changes, reason } = event
  return { kind, at, actor: actor ?? null, byCandidate, changes, reason, message: null }
}

function fromMessage(message: Message): TimelineEntry {
  const { id, kind, status, reason, explanation, body, isResendable, templateKey } = message
  const { sendAt, sentAt, deliveredAt, readAt, providerMessageId: sid } = message
  const told = { id, status, reason, explanation, body, sid, isResendable, templateKey }
  return {
    ...line(kind, momentOf(message)),
    message: { ...told, sendAt, sentAt, deliveredAt, readAt },
  }
}

/** A waiting message stands where it will leave, an ended one where it ended. */
function momentOf({ status, sentAt, failedAt, sendAt, createdAt }: Message) {
  const waiting = status === 'queued' ? sendAt : null
  return sentAt ?? failedAt ?? waiting ?? createdAt
}

async function plannedReminders({ isOpen, startsAt, nextReminderAt }: Interview) {
  if (!isOpen || !nextReminderAt) return []
  const { reminderOffsets } = await CompanySettings.current()
  const later = remindersOf(startsAt, reminderOffsets).filter(({ at }) => at > nextReminderAt)
  return [nextReminderAt, ...later.map(({ at }) => at)].map(planned)
}

function planned(at: DateTime): TimelineEntry {
  const nothingYet = {
    id: null,
    reason: null,
    explanation: null,
    body: null,
    sid: null,
    templateKey: null,
  }
  const noTimesYet = { sentAt: null, deliveredAt: null, readAt: null }
  const message = { ...nothingYet, ...noTimesYet, status: 'planned' as const, sendAt: at }
  return { ...line('reminder', at), message: { ...message, isResendable: false } }
}

const line = (kind: MessageKind, at: DateTime) => ({
  kind,
  at,
  actor: null,
  byCandidate: false,
  changes: {},
  reason: null,
})
