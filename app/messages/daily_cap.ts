import { fromDb, toDb } from '#database/columns'
import type { MessageStatus } from '#messages/message_status'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Duration, type DateTime } from 'luxon'

const DAY = Duration.fromObject({ hours: 24 })

/** What rang, or may have. Not `sending`: that is the message being judged, the only one of its conversation. */
const RANG: MessageStatus[] = ['unconfirmed', 'accepted', 'sent', 'delivered', 'read']

/** What one address was sent in the last 24 hours. */
export interface Lately {
  count: number
  oldest: DateTime
}

/** One query for a whole wave; addresses that were sent nothing are missing. */
export async function sentLately(
  addresses: string[],
  now: DateTime,
  trx: TransactionClientContract
): Promise<Map<string, Lately>> {
  const rows = await trx
    .from('messages')
    .select('address')
    .count('* as count')
    .min('claimed_at as oldest')
    .whereIn('address', addresses)
    .where('claimed_at', '>', toDb(now.minus(DAY)))
    .whereIn('status', RANG)
    .groupBy('address')
  return new Map(
    rows.map(({ address, count, oldest }) => [address, { count, oldest: fromDb(oldest) }])
  )
}

/** When one more may be sent under that cap; null when it may now. */
export function roomAt(lately: Lately | undefined, cap: number): DateTime | null {
  return lately && lately.count >= cap ? lately.oldest.plus(DAY) : null
}
