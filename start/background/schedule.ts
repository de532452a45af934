import type { Part } from '#start/background/part'
import type { ApplicationService } from '@adonisjs/core/types'
import { Worker } from 'adonisjs-scheduler'

/**
 * Runs the recurring tasks of `start/scheduler.ts`.
 */
export class Schedule implements Part {
  lookedAt = Date.now()
  readonly #worker: Worker
  readonly #running = new Set<Promise<unknown>>()

  constructor(private readonly app: ApplicationService) {
    this.#worker = new Worker(app)
  }

  async start() {
    await import('#start/scheduler')
    const scheduler = await this.app.container.make('scheduler')
    for (const task of scheduler.items) if ('callback' in task) this.#watch(task)
    await this.#worker.start()
  }

  /** The worker only stops the clock: a task may be in the middle. */
  async stop() {
    await this.#worker.stop()
    await Promise.allSettled(this.#running)
  }

  #watch(task: { callback: Function }) {
    const { callback } = task
    task.callback = async () => {
      this.lookedAt = Date.now()
      const run = Promise.resolve(callback())
      this.#running.add(run)
      await run.finally(() => this.#running.delete(run))
    }
  }
}
