import type { Rows } from '#tests/chaos/databases'

/** Whether nothing waits, flies or is being looked for, and no reminder is due. */
export function isSettled(rows: Rows | null, now: number) {
  if (!rows) return false
  const isOpen = rows.messages.some(
    ({ status, sendAt, reconcileAt }) =>
      status === 'sending' ||
      (status === 'queued' && sendAt! <= now + 60_000) ||
      (status === 'unconfirmed' && reconcileAt !== null)
  )
  const isDue = rows.interviews.some(
    ({ nextReminderAt }) => nextReminderAt !== null && nextReminderAt <= now + 10_000
  )
  return !isOpen && !isDue
}
