import { Heartbeat } from '#start/background/heartbeat'
import type { Part } from '#start/background/part'
import { Queue } from '#start/background/queue'
import { Schedule } from '#start/background/schedule'
import { Dispatcher } from '#messages/dispatcher'
import { listener } from '#messages/bells/listener'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import type { ApplicationService } from '@adonisjs/core/types'

/** `embedded` is all of it, inside the web process; `work` is all of it, without. */
export type Role = 'embedded' | 'worker' | 'scheduler' | 'work'

/**
 * Everything that works without being asked: the dispatcher of messages, the queue, the schedule. Any number of each may
 * run at once.
 */
export class Background {
  readonly #parts: Part[]
  readonly #started: Part[] = []
  #starting: Promise<void> | null = null
  #isStopping = false

  constructor(
    private readonly app: ApplicationService,
    private readonly role: Role
  ) {
    this.#parts = [...this.#scheduler(), ...this.#worker()]
    if (role !== 'embedded') this.#parts.push(new Heartbeat(role, [...this.#parts]))
  }

  start() {
    this.#starting = this.#startParts()
    return this.#starting
  }

  /** Takes nothing new, finishes what is in the air. Told so while it starts, it starts no more. */
  async stop() {
    this.#isStopping = true
    await this.#starting
    await Promise.all(this.#started.map((part) => part.stop()))
  }

  async #startParts() {
    for (const part of this.#parts) {
      if (this.#isStopping) return
      this.#started.push(part)
      await part.start()
    }
  }

  #worker(): Part[] {
    if (this.role === 'scheduler') return []
    const ears = listener({ besideWeb: this.role === 'embedded' })
    return [new Queue(this.app), ...(ears ? [ears] : []), new Dispatcher(whatsapp, logger)]
  }

  #scheduler(): Part[] {
    return this.role === 'worker' ? [] : [new Schedule(this.app)]
  }
}
