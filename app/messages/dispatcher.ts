import { bell } from '#messages/bell'
import { Lane } from '#messages/lane'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { Logger } from '@adonisjs/core/logger'

/**
 * Claims due messages in waves and delivers them side by side, each sender in a lane of its own: one that is slow, paused
 * or refused keeps no other waiting.
 */
export class Dispatcher {
  readonly #lanes = new Map<string, Lane>()
  readonly #ending = new Set<Promise<void>>()
  #isRunning = false

  constructor(
    private readonly whatsapp: WhatsappManager,
    private readonly logger: Logger
  ) {}

  /** When the lane that was looked at longest ago was; tells a health check that all still go round. */
  get lookedAt() {
    return Math.min(Date.now(), ...[...this.#lanes.values()].map((lane) => lane.lookedAt))
  }

  start() {
    this.#isRunning = true
    bell.on('ring', this.#ring)
    this.whatsapp.on('change', this.#match)
    this.#match()
  }

  /** Takes nothing new, waits for what is in the air and writes down what landed. */
  async stop() {
    this.#isRunning = false
    bell.off('ring', this.#ring)
    this.whatsapp.off('change', this.#match)
    for (const name of this.#lanes.keys()) this.#end(name)
    await Promise.all(this.#ending)
  }

  /** Delivers everything that is due and may leave now, and returns. */
  async drain() {
    this.#match()
    await Promise.all([...this.#lanes.values()].map((lane) => lane.drain()))
  }

  /** A lane for each sender, and none for others: they come and go while the process runs. */
  #match = () => {
    const { senders } = this.whatsapp
    for (const name of this.#lanes.keys()) if (!senders.includes(name)) this.#end(name)
    for (const name of senders) if (!this.#lanes.has(name)) this.#open(name)
  }

  #open(name: string) {
    const lane = new Lane(name, this.whatsapp, this.logger)
    this.#lanes.set(name, lane)
    if (this.#isRunning) lane.start()
  }

  #end(name: string) {
    const ending = this.#lanes.get(name)!.stop()
    this.#lanes.delete(name)
    const ended = ending.finally(() => void this.#ending.delete(ended))
    this.#ending.add(ended)
  }

  #ring = () => {
    for (const lane of this.#lanes.values()) lane.ring()
  }
}
