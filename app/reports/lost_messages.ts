import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { explain } from '#messages/explain'
import { COUNTED_AT_MOST } from '#messages/queue_counts'
import type { Reason } from '#messages/reasons'
import { DateTime } from 'luxon'

export const LOST_HOURS = 24

export const lostSince = () => DateTime.utc().minus({ hours: LOST_HOURS })

/** Messages that did not go out for the same cause. */
export interface Loss {
  reason: Reason
  errorCode: string | null
  /** In Portuguese; the provider's where it gave one. */
  explanation: string
  count: number
}

/** What a sender's messages of the last day failed or expired of, the most frequent first. */
export async function lossesOf(sender: string): Promise<Loss[]> {
  const rows = await rowsOf<{ reason: Reason; error_code: string | null; count: number }>(
    `select reason, error_code, count(*) as count from (
       select reason, error_code from messages
       where status in ('failed', 'expired') and updated_at >= ? and sender = ?
         and reason <> 'resent_by_person' limit ?) lost
     group by reason, error_code order by 3 desc`,
    [toDb(lostSince()), sender, COUNTED_AT_MOST]
  )
  return rows.map(({ reason, error_code: errorCode, count }) => {
    return { reason, errorCode, count, explanation: explain({ sender, reason, errorCode })! }
  })
}
