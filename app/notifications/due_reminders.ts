import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { DateTime } from 'luxon'

const PAGE = 500

/** As the database hands it out: making a model of each would cost more than finding it. */
export interface DueRow {
  id: number
  title: string
  starts_at: Date | string
  next_reminder_at: Date | string
}

type Order = 'next_reminder_at' | 'starts_at'

/**
 * Interviews whose reminder is due, oldest promise first.
 */
export const dueReminders = () => walk(dueNow)

/** Interviews that start from `from` until before `to` and have a reminder ahead. */
export const remindersStarting = (from: DateTime, to: DateTime) =>
  walk((after) => starting(from, to, after))

/** One page of them. In the order of the partial index: asked in the order of ids, SQLite reads the whole table. */
export function dueNow(after?: DueRow) {
  const now = toDb(DateTime.utc())
  return page('next_reminder_at', after)
    .where('next_reminder_at', '<=', now)
    .where('starts_at', '>', now)
}

function starting(from: DateTime, to: DateTime, after?: DueRow) {
  return page('starts_at', after)
    .where('starts_at', '>=', toDb(from))
    .where('starts_at', '<', toDb(to))
    .whereNotNull('next_reminder_at')
}

function page(order: Order, after?: DueRow) {
  const query = Interview.query()
    .select('id', 'title', 'starts_at', 'next_reminder_at')
    .whereIn('status', ['scheduled', 'confirmed'])
    .orderBy([{ column: order }, { column: 'id' }])
    .limit(PAGE)
    .pojo<DueRow>()
  return after ? query.whereRaw(`(${order}, id) > (?, ?)`, [after[order], after.id]) : query
}

/** Page after page, each asked for only when the one before has been dealt with. */
async function* walk(pageAfter: (last?: DueRow) => PromiseLike<DueRow[]>): AsyncGenerator<DueRow> {
  for (let last: DueRow | undefined; ;) {
    const rows = await pageAfter(last)
    yield* rows
    if (rows.length < PAGE) return
    last = rows.at(-1)
  }
}
