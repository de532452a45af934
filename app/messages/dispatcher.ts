import { bell } from '#messages/bell'
import { claimDue } from '#messages/claim'
import { Delivery } from '#messages/delivery'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { Logger } from '@adonisjs/core/logger'
import { randomUUID } from 'node:crypto'

const CONCURRENCY = 20
/** How long a lost ring can cost. */
const POLL_MS = 1000

/**
 * Claims due messages in waves, never more than its free slots, and delivers them side by side.
 */
export class Dispatcher {
  readonly #owner = randomUUID()
  readonly #inFlight = new Set<Promise<void>>()
  /** When the loop last went round; tells a health check that it still does. */
  lookedAt = Date.now()
  #running: Promise<void> | null = null
  #stopping = false
  #rung = false
  #wake: (() => void) | null = null

  constructor(
    private readonly whatsapp: WhatsappManager,
    private readonly logger: Logger
  ) {}

  start() {
    bell.on('ring', this.#ring)
    this.#running = this.#loop()
  }

  /** Takes nothing new and waits for what is in the air. */
  async stop() {
    this.#stopping = true
    bell.off('ring', this.#ring)
    this.#ring()
    await this.#running
    await Promise.all(this.#inFlight)
  }

  /** Delivers everything that is due now, and returns. */
  async drain() {
    while ((await this.#wave()) > 0) await Promise.all(this.#inFlight)
  }

  async #loop() {
    while (!this.#stopping) {
      this.#rung = false
      this.lookedAt = Date.now()
      const claimed = await this.#wave().catch((error) => this.#complain(error))
      if (!claimed) await this.#rest()
    }
  }

  async #wave() {
    const sender = this.whatsapp.defaultSender
    const gateway = this.whatsapp.use(sender)
    const free = CONCURRENCY - this.#inFlight.size
    if (free === 0 || gateway.missingSettings.length > 0) return 0

    const ids = await claimDue(this.#owner, sender, free)
    for (const id of ids) this.#track(new Delivery(id, this.#owner, gateway).run())
    return ids.length
  }

  /** A delivery that throws leaves its row `sending`; when the lease ends the sweeper looks for it. */
  #track(delivery: Promise<void>) {
    const flight = delivery
      .catch((error) => void this.#complain(error))
      .finally(() => {
        this.#inFlight.delete(flight)
        this.#ring()
      })
    this.#inFlight.add(flight)
  }

  async #rest() {
    if (this.#rung || this.#stopping) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = null
  }

  #ring = () => {
    this.#rung = true
    this.#wake?.()
  }

  #complain(error: unknown) {
    this.logger.error({ err: error }, 'the dispatcher met an error')
    return 0
  }
}
