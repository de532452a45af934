/**
 * Time since it was made. By the longer of two clocks: one stands still while the machine sleeps, the other may be set back.
 */
export class Age {
  readonly #since = { wall: Date.now(), steady: performance.now() }

  get seconds() {
    const { wall, steady } = this.#since
    return Math.max(Date.now() - wall, performance.now() - steady) / 1000
  }
}
