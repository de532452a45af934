/**
 * A rest that a ring ends. A ring while nobody rests is not forgotten: the next rest ends at once.
 */
export class Alarm {
  #rung = false
  #wake: (() => void) | null = null

  ring = () => {
    this.#rung = true
    this.#wake?.()
  }

  /** Answers after `milliseconds` at the latest. */
  async rest(milliseconds: number) {
    if (!this.#rung) await this.#sleep(milliseconds)
    this.#rung = false
  }

  #sleep(milliseconds: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
    })
  }
}
