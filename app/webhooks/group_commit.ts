import { isRowRefused } from '#database/errors'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** At a time: a longer statement would hold up everybody else's. */
const MOST = 100

interface Waiting<Item, Answer> {
  item: Item
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * What comes while a write is under way is committed together by the next one, so that a flood costs a few commits, not
 * one each. Nobody is answered before their own item is committed.
 */
export class GroupCommit<Item, Answer> {
  #waiting: Waiting<Item, Answer>[] = []
  #isWriting = false

  /** `write` commits all items or none, and answers in their order. */
  constructor(private readonly write: (items: Item[]) => Promise<Answer[]>) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async #writeAll() {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      await nextTurn()
      await this.#settle(this.#waiting.splice(0, MOST))
    }
    this.#isWriting = false
  }

  /** One that the database refuses does not fail its neighbours: each is then written alone. */
  async #settle(batch: Waiting<Item, Answer>[]) {
    try {
      const answers = await this.write(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index])
    } catch (error) {
      if (batch.length === 1 || !isRowRefused(error)) return rejectAll(batch, error)
      for (const one of batch) await this.#settle([one])
    }
  }
}

function rejectAll(batch: Waiting<any, any>[], error: unknown) {
  for (const { reject } of batch) reject(error)
}
