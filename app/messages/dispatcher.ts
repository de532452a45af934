import { bell } from '#messages/bell'
import { Lane } from '#messages/lane'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { Logger } from '@adonisjs/core/logger'

/**
 * Claims due messages in waves and delivers them side by side, each sender in a lane of its own: one that is slow, paused
 * or refused keeps no other waiting.
 */
export class Dispatcher {
  readonly #lanes: Lane[]

  constructor(whatsapp: WhatsappManager, logger: Logger) {
    this.#lanes = whatsapp.senders.map((name) => new Lane(name, whatsapp, logger))
  }

  /** When the lane that was looked at longest ago was; tells a health check that all still go round. */
  get lookedAt() {
    return Math.min(...this.#lanes.map((lane) => lane.lookedAt))
  }

  start() {
    bell.on('ring', this.#ring)
    for (const lane of this.#lanes) lane.start()
  }

  /** Takes nothing new, waits for what is in the air and writes down what landed. */
  async stop() {
    bell.off('ring', this.#ring)
    await Promise.all(this.#lanes.map((lane) => lane.stop()))
  }

  /** Delivers everything that is due and may leave now, and returns. */
  async drain() {
    await Promise.all(this.#lanes.map((lane) => lane.drain()))
  }

  #ring = () => {
    for (const lane of this.#lanes) lane.ring()
  }
}
