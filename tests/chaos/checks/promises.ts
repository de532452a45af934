import type { History } from '#tests/chaos/history'
import type { Check } from '#tests/chaos/invariants'

/** What the API said yes to is there, and brings its message with it; and the reverse. */
export const promises: Check = (history) => [
  ...vanished(history),
  ...silent(history),
  ...repeated(history),
  ...unreminded(history),
]

function vanished({ promised, interviews, events }: History) {
  const kept = new Set(interviews.map(({ id }) => id))
  const cancelled = new Set(
    events.filter(({ kind }) => kind === 'cancelled').map(({ interviewId }) => interviewId)
  )
  const gone = promised.filter(
    ({ what, interviewId }) =>
      !kept.has(interviewId) || (what === 'cancel' && !cancelled.has(interviewId))
  )
  return gone.map(({ what, interviewId }) => ({
    rule: 'vanished',
    detail: `${what} of interview ${interviewId} was promised and is not there`,
  }))
}

/** A booking without the message it owes. */
function silent({ interviews, messages }: History) {
  const told = new Set(messages.map(({ interviewId }) => interviewId))
  const untold = interviews.filter(({ id }) => !told.has(id))
  return untold.map(({ id }) => ({ rule: 'silent', detail: `interview ${id} owes a message` }))
}

/** A request that was asked again was obeyed again. Titles are unique to each booking. */
function repeated({ interviews }: History) {
  const same = [...Map.groupBy(interviews, ({ title }) => title)].filter(
    ([, rows]) => rows.length > 1
  )
  return same.map(([title, rows]) => ({
    rule: 'booked_twice',
    detail: `${title}: interviews ${rows.map(({ id }) => id)}`,
  }))
}

function unreminded({ interviews, now }: History) {
  const due = interviews.filter(
    ({ status, nextReminderAt }) =>
      status === 'scheduled' && nextReminderAt !== null && nextReminderAt < now - 5000
  )
  return due.map(({ id }) => ({ rule: 'unreminded', detail: `interview ${id} is due a reminder` }))
}
