import { delivery } from '#tests/chaos/checks/delivery'
import { honesty } from '#tests/chaos/checks/honesty'
import { order } from '#tests/chaos/checks/order'
import { promises } from '#tests/chaos/checks/promises'
import { truth } from '#tests/chaos/checks/truth'
import type { History } from '#tests/chaos/history'

export interface Violation {
  /** One word, as in docs/chaos.md. */
  rule: string
  detail: string
}

export type Check = (history: History) => Violation[]

/** Everything that a run has broken. Pure: rows and log in, verdict out. */
export const violationsOf: Check = (history) =>
  [delivery, honesty, order, truth, promises].flatMap((check) => check(history))
