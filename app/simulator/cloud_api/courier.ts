import type { Settings } from '#simulator/settings'
import { leaving } from '#simulator/spoiled_call'
import { escapedJson, hubSignature } from '#simulator/cloud_api/signature'

/** How long a webhook may take. */
const BUDGET_MS = 15_000
/** Doubling from the first, what is not answered with 200 is brought again for a week. */
const FIRST_GAP_MS = 1000
const KEEPS_TRYING_MS = 7 * 24 * 60 * 60 * 1000

/** Brings batches to a webhook, again and again until it says 200. */
export class Courier {
  #retries = new Set<NodeJS.Timeout>()
  #stopped = new AbortController()

  constructor(
    private readonly url: string,
    private readonly appSecret: string,
    private readonly way: () => Settings['signature']
  ) {}

  /** Answers with what the first try met; null: nobody answered. */
  async bring(batch: object): Promise<number | null> {
    const body = escapedJson(batch)
    const status = await this.#post(body)
    if (status !== 200) this.#tryAgain(body, FIRST_GAP_MS)
    return status
  }

  /** Nothing more is brought of what went before. */
  stop() {
    this.#stopped.abort()
    this.#stopped = new AbortController()
    this.#retries.forEach((timer) => clearTimeout(timer))
    this.#retries.clear()
  }

  #tryAgain(body: string, gap: number) {
    if (gap > KEEPS_TRYING_MS) return
    const timer = setTimeout(async () => {
      this.#retries.delete(timer)
      const { signal } = this.#stopped
      const status = await this.#post(body)
      if (status !== 200 && !signal.aborted) this.#tryAgain(body, gap * 2)
    }, gap)
    timer.unref()
    this.#retries.add(timer)
  }

  async #post(batch: string): Promise<number | null> {
    const { body, signature } = leaving(this.way(), {
      body: batch,
      sign: (secret) => hubSignature(secret, batch),
      secret: this.appSecret,
      addition: ' ',
    })
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...(signature !== null && { 'x-hub-signature-256': signature }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(BUDGET_MS)]),
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return null
    }
  }
}
