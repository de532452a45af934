import { fromDb, toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { DateTime } from 'luxon'

/** Counting stops here: "more than that" is all anybody needs, and the page stays quick. */
export const COUNTED_AT_MOST = 10_000

/** Due rows that are looked at to find one which nothing holds back. */
const LOOKED_AT = 200

/** How many messages of one sender are where; each at most `limit`. */
export interface QueueCounts {
  /** To be sent now. */
  due: number
  /** Planned for a later moment. */
  later: number
  quietHours: number
  /** To be tried again, because the provider asked for patience or could not be reached. */
  again: number
  /** On their way to the provider. */
  sending: number
  lookedFor: number
  /** Nobody could find out: a person decides. */
  needsPerson: number
}

type Bucket = keyof QueueCounts
interface Counted {
  bucket: Bucket
  count: number
}

const LATER = `case when reason = 'quiet_hours' then 'quietHours'
  when reason in ('throttled', 'not_sent', 'sender_blocked') then 'again' else 'later' end`

/** Conditions are literal where a partial index has them: SQLite recognises nothing else. */
export async function queueCounts(
  sender: string,
  limit = COUNTED_AT_MOST,
  now = DateTime.utc()
): Promise<QueueCounts> {
  const waits = `from messages where status = 'queued' and sender = ?`
  const counted = await rowsOf<Counted>(
    `select bucket, count(*) as count from (
       select * from (select 'due' as bucket ${waits} and send_at <= ? limit ?) due
       union all select * from (select ${LATER} ${waits} and send_at > ? order by send_at limit ?) later
       union all select 'sending' from messages where lease_owner is not null and status = 'sending' and sender = ?
       union all select * from (select case when reconcile_at is null then 'needsPerson' else 'lookedFor' end
         from messages where status = 'unconfirmed' and sender = ? limit ?) uncertain
     ) rows_ group by bucket`,
    [sender, toDb(now), limit, sender, toDb(now), limit, sender, sender, limit]
  )
  const none = { due: 0, later: 0, quietHours: 0, again: 0, sending: 0, lookedFor: 0 }
  const found = counted.map(({ bucket, count }) => [bucket, Number(count)])
  return { ...none, needsPerson: 0, ...Object.fromEntries(found) }
}

/**
 * Since when the oldest message waits that could leave now: due, and in a conversation where nothing is on its way or
 * being looked for. Null when there is none.
 */
export async function oldestDue(sender: string, now = DateTime.utc()): Promise<DateTime | null> {
  const [{ oldest }] = await rowsOf<{ oldest: Date | string | null }>(
    `select min(send_at) as oldest from (
       select address, send_at from messages
       where status = 'queued' and sender = ? and send_at <= ? order by send_at, id limit ?) due
     where not exists (
       select 1 from messages o where o.address = due.address and o.status in ('queued', 'sending', 'unconfirmed')
         and (o.status = 'sending' or (o.status = 'unconfirmed' and o.reconcile_at is not null)))`,
    [sender, toDb(now), LOOKED_AT]
  )
  return oldest ? fromDb(oldest) : null
}

/** How many wait for a person's decision; counted up to 10,000. */
export async function countNeedingPerson() {
  const [{ count }] = await rowsOf<{ count: number }>(
    `select count(*) as count from (
       select 1 from messages where status = 'unconfirmed' and reconcile_at is null limit ?) waiting`,
    [COUNTED_AT_MOST]
  )
  return Number(count)
}
