import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { nextReminder } from '#interviews/reminder_plan'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const CHUNK = 200

/**
 * Gives every upcoming interview its next reminder under new offsets (minutes before the start). One that is due
 * already is left to the scheduler; one whose time has passed is skipped, as when the date was set. Answers how many
 * interviews now have another plan.
 */
export async function rearmReminders(offsets: number[]) {
  const now = DateTime.utc()
  let changed = 0
  let last = 0
  for (;;) {
    const ids = await upcomingAfter(last, now)
    if (ids.length === 0) return changed
    changed += await rearm(ids, offsets, now)
    last = ids.at(-1)!
  }
}

async function upcomingAfter(last: number, now: DateTime) {
  const rows = await Interview.query()
    .whereRaw(`status in ('scheduled', 'confirmed')`)
    .where('starts_at', '>', toDb(now))
    .where('id', '>', last)
    .orderBy('id')
    .limit(CHUNK)
    .select('id')
  return rows.map(({ id }) => id)
}

/** Under the rows' locks: a date moved meanwhile is read as it is now. */
async function rearm(ids: number[], offsets: number[], now: DateTime) {
  return db.transaction(async (trx) => {
    const interviews = await Interview.query({ client: trx })
      .whereIn('id', ids)
      .whereIn('status', ['scheduled', 'confirmed'])
      .orderBy('id')
      .forUpdate()
    let changed = 0
    for (const { id, startsAt, nextReminderAt } of interviews) {
      const isDue = nextReminderAt && nextReminderAt <= now
      const next = nextReminder(startsAt, offsets, now)?.at ?? null
      if (isDue || next?.toMillis() === nextReminderAt?.toMillis()) continue
      const at = next && toDb(next)
      await Interview.query({ client: trx }).where('id', id).update({ next_reminder_at: at })
      changed += 1
    }
    return changed
  })
}
