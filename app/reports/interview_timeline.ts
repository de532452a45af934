import type Interview from '#interviews/models/interview'
import InterviewEvent from '#interviews/models/interview_event'
import Message from '#messages/models/message'
import type { DateTime } from 'luxon'

export type TimelineEntry =
  | { kind: 'event'; at: DateTime; event: InterviewEvent }
  | { kind: 'message'; at: DateTime; message: Message }
  | { kind: 'planned_reminder'; at: DateTime }

/**
 * Everything that happened and is planned about an interview, the newest first: its history, each message to the
 * candidate, and the reminder to come.
 */
export async function interviewTimeline(interview: Interview): Promise<TimelineEntry[]> {
  const { id, nextReminderAt } = interview
  const events = await InterviewEvent.query().where('interview_id', id).preload('actor')
  const messages = await Message.query()
    .withScopes((scopes) => scopes.ofInterview(id))
    .preload('receipts', (receipts) => receipts.orderBy('id'))

  const entries: TimelineEntry[] = [
    ...events.map((event) => ({ kind: 'event' as const, at: event.createdAt, event })),
    ...messages.map((message) => ({ kind: 'message' as const, at: message.createdAt, message })),
    ...(nextReminderAt ? [{ kind: 'planned_reminder' as const, at: nextReminderAt }] : []),
  ]
  return entries.sort(newestFirst)
}

/** A message is written right after the event that owes it. */
const ORDER = { event: 0, message: 1, planned_reminder: 2 }

const newestFirst = (a: TimelineEntry, b: TimelineEntry) =>
  b.at.toMillis() - a.at.toMillis() || ORDER[b.kind] - ORDER[a.kind] || idOf(b) - idOf(a)

function idOf(entry: TimelineEntry) {
  if (entry.kind === 'event') return entry.event.id
  return entry.kind === 'message' ? entry.message.id : 0
}

/** The notice the interview stands by now: the last one that was not replaced before it left. */
export function newestNotice(timeline: TimelineEntry[]): Message | null {
  const messages = timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []))
  const notices = messages.filter(({ kind, status }) => kind === 'notice' && status !== 'superseded')
  return notices.sort((a, b) => b.id - a.id)[0] ?? null
}
