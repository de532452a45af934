import { wasRung } from '#core/quiet_ring'
import ReplyToMessage from '#replies/jobs/reply_to_message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Rings for a task once it is committed; what is not rung for, the schedule finds. */
export function ringAfter(trx: TransactionClientContract, id: number) {
  trx.after('commit', () => void ring(id))
}

/** Now, or in so many seconds. */
export const ring = (id: number, seconds = 0) =>
  wasRung(() => {
    const bell = ReplyToMessage.dispatch({ id })
    return seconds > 0 ? bell.in(`${seconds}s`) : bell
  })
