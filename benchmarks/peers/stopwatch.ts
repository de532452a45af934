/**
 * Times `count` handlers from the first one's begin to the last one's end: what a worker needs to connect is not counted.
 */
export class Stopwatch {
  #startedAt = 0
  #done = 0
  readonly #finish = Promise.withResolvers<number>()

  constructor(private readonly count: number) {}

  async time(handle: () => Promise<unknown>) {
    this.#startedAt ||= performance.now()
    await handle()
    this.#done += 1
    if (this.#done === this.count) this.#finish.resolve(this.#rate())
  }

  /** Handlers a second, when all are done. */
  get rate() {
    return this.#finish.promise
  }

  #rate() {
    return this.count / ((performance.now() - this.#startedAt) / 1000)
  }
}
