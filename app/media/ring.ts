import { wasRung } from '#core/quiet_ring'
import FetchMedia from '#media/jobs/fetch_media'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Rings for a file once its row is committed; what is not rung for, the schedule finds. */
export function ringAfter(trx: TransactionClientContract, uuid: string) {
  trx.after('commit', () => void ring(uuid))
}

/** Now, or in so many seconds. */
export const ring = (uuid: string, seconds = 0) =>
  wasRung(() => {
    const bell = FetchMedia.dispatch({ uuid })
    return seconds > 0 ? bell.in(`${seconds}s`) : bell
  })
