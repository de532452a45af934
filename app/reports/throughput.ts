import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { DateTime } from 'luxon'

const MINUTES = 30
/** An answer may still be recorded a little after the minute in which it came. */
const SETTLING_MINUTES = 1

export interface SentInMinute {
  /** Its beginning. */
  at: DateTime
  count: number
}

type Counts = Map<string, number>

/**
 * How many messages providers accepted in each of the last minutes, by sender. A minute that is over is counted once,
 * however many look.
 */
export class Throughput {
  readonly #over = new Map<number, Counts>()

  async lately(now = DateTime.utc()): Promise<(sender: string) => SentInMinute[]> {
    const current = now.startOf('minute')
    const minutes = Array.from({ length: MINUTES }, (_, index) =>
      current.minus({ minutes: MINUTES - 1 - index })
    )
    this.#forgetBefore(minutes[0])
    const counted: [DateTime, Counts][] = []
    for (const minute of minutes) counted.push([minute, await this.#in(minute, current)])
    return (sender) => counted.map(([at, counts]) => ({ at, count: counts.get(sender) ?? 0 }))
  }

  async #in(minute: DateTime, current: DateTime) {
    const known = this.#over.get(minute.toMillis())
    if (known) return known
    const counts = await sentIn(minute)
    if (minute < current.minus({ minutes: SETTLING_MINUTES })) {
      this.#over.set(minute.toMillis(), counts)
    }
    return counts
  }

  #forgetBefore(first: DateTime) {
    for (const at of this.#over.keys()) if (at < first.toMillis()) this.#over.delete(at)
  }
}

export const throughput = new Throughput()

async function sentIn(minute: DateTime): Promise<Counts> {
  const rows = await rowsOf<{ sender: string; count: number }>(
    `select sender, count(*) as count from messages
     where direction = 'outbound' and sent_at >= ? and sent_at < ? group by sender`,
    [toDb(minute), toDb(minute.plus({ minutes: 1 }))]
  )
  return new Map(rows.map(({ sender, count }) => [sender, Number(count)]))
}
