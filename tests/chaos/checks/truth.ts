import { acceptedByUuid, nameOf } from '#tests/chaos/checks/reading'
import type { EventRow, History, InterviewRow, MessageRow } from '#tests/chaos/history'
import type { Check } from '#tests/chaos/invariants'

/** What was true when a message was looked at last may change while it is on the wire. */
const slack = ({ terms }: History) => terms.timeoutMs + terms.leaseMs

/** Nothing is said that was no longer so: of a cancelled interview, or of an old time. */
export const truth: Check = (history) => {
  const events = Map.groupBy(history.events, ({ interviewId }) => interviewId)
  const taken = acceptedByUuid(history)
  return history.messages.flatMap((row) => {
    const [first] = taken.get(row.uuid) ?? []
    if (!first || row.interviewId === null) return []
    const past = events.get(row.interviewId) ?? []
    return [
      ...afterCancel(row, past, first.at, history),
      ...ofOldTime(row, past, first.at, history),
    ]
  })
}

function afterCancel(row: MessageRow, past: EventRow[], takenAt: number, history: History) {
  const cancelled = past.find(({ kind }) => kind === 'cancelled')
  if (!cancelled || row.templateKey === 'interview_cancelled') return []
  const late = takenAt - cancelled.at
  if (late <= slack(history)) return []
  return [{ rule: 'after_cancel', detail: `${nameOf(row)} left ${late} ms after the cancellation` }]
}

function ofOldTime(row: MessageRow, past: EventRow[], takenAt: number, history: History) {
  if (!row.facts || row.templateKey === 'interview_cancelled') return []
  const interview = history.interviews.find(({ id }) => id === row.interviewId)
  if (!interview) return []
  const said = new Date(row.facts.startsAt).getTime()
  const from = takenAt - slack(history)
  if (startsBetween(interview, past, from, takenAt).includes(said)) return []
  return [{ rule: 'old_time', detail: `${nameOf(row)} spoke of ${row.facts.startsAt}` }]
}

/** Every start the interview had in that span: what a move replaced had been there until then. */
function startsBetween({ startsAt }: InterviewRow, past: EventRow[], from: number, until: number) {
  const moves = past.filter(({ kind, changes }) => kind !== 'booked' && 'startsAt' in changes)
  const starts = moves.map(({ at, changes }) => ({
    start: instant(changes.startsAt.from),
    end: at,
  }))
  const all = [...starts, { start: startsAt, end: Infinity }]
  return all
    .filter(({ end }, index) => end >= from && (all[index - 1]?.end ?? 0) <= until)
    .map(({ start }) => start)
}

const instant = (value: unknown) => new Date(value as string).getTime()
