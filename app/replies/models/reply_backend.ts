import { ReplyBackendSchema } from '#database/schema'
import { isAttended, type Attendance } from '#replies/attendance'
import type { Answer } from '#replies/ask_backend'
import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** When a backend answers: at no time, while nobody attends, or at any time. */
export const MODES = ['off', 'off_hours', 'always'] as const
export type Mode = (typeof MODES)[number]

/** So many failures in a row, and it is left alone for a while. */
const FAILURES_TO_REST = 5
const REST = { minutes: 1 }

/**
 * A program that answers for one of our numbers what nobody else handled, and how well it does.
 */
export default class ReplyBackend extends ReplyBackendSchema {
  @column()
  declare mode: Mode

  /** The one that answers what is written to that number at that moment. */
  static async onDuty(
    sender: string,
    { at, attendance }: { at: DateTime; attendance: Attendance },
    trx: TransactionClientContract
  ): Promise<ReplyBackend | null> {
    const backend = await this.findBy({ sender }, { client: trx })
    if (!backend || backend.mode === 'off') return null
    return backend.mode === 'always' || !isAttended(at, attendance) ? backend : null
  }

  /** It failed too often of late: what comes now is for people at once. */
  get isResting() {
    return this.restsUntil !== null && this.restsUntil > DateTime.utc()
  }

  /** Remembers how it did; the caller saves. After a rest one failure is enough for the next. */
  took(answer: Answer) {
    const now = DateTime.utc()
    const backend = this as ReplyBackend
    if (answer.outcome === 'reply') {
      return backend.merge({ failures: 0, restsUntil: null, lastReplyAt: now })
    }
    const failures = backend.failures + 1
    return backend.merge({
      failures,
      lastFailure: `${answer.reason}: ${answer.detail}`.slice(0, 200),
      lastFailureAt: now,
      restsUntil: failures >= FAILURES_TO_REST ? now.plus(REST) : backend.restsUntil,
    })
  }
}
