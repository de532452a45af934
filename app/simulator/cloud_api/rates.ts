import { GraphRefusal } from '#simulator/cloud_api/refusal'

const MESSAGES_PER_SECOND = 80
const PAIR_INTERVAL_MS = 6000
/** So many at once are borrowed from the time to come. */
const PAIR_BURST = 45

/** How fast one number may write: to everybody, and to one person. */
export class Rates {
  #second = { from: 0, count: 0 }
  /** By phone: when all that was sent there will have been paid for. */
  #paid = new Map<string, number>()

  /** @throws GraphRefusal when this one comes too fast */
  check(phone: string, now: number) {
    this.#checkThroughput(now)
    const paid = Math.max(this.#paid.get(phone) ?? 0, now)
    if (paid - now > (PAIR_BURST - 1) * PAIR_INTERVAL_MS) throw new GraphRefusal(131056)
    this.#paid.set(phone, paid + PAIR_INTERVAL_MS)
  }

  forget() {
    this.#second = { from: 0, count: 0 }
    this.#paid.clear()
  }

  #checkThroughput(now: number) {
    if (now - this.#second.from >= 1000) this.#second = { from: now, count: 0 }
    this.#second.count += 1
    if (this.#second.count > MESSAGES_PER_SECOND) throw new GraphRefusal(130429)
  }
}
