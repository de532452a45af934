import type { Part } from '#start/background/part'
import { Worker, tracingChannels } from '@adonisjs/queue'
import type { QueueManagerConfig, WorkerCycle } from '@boringnode/queue/types'
import logger from '@adonisjs/core/services/logger'
import type { ApplicationService } from '@adonisjs/core/types'
import string from '@adonisjs/core/helpers/string'
import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_AFTER_ERROR_MS = 1000

/**
 * Runs jobs. Not `queue:work`: on SIGTERM it closes the database under the running job, which is then run again. Not
 * `worker.start()` either: it says nothing of a queue that is away.
 */
export class Queue implements Part {
  lookedAt = Date.now()
  #worker!: Worker
  #loop: Promise<void> = Promise.resolve()
  #stopping = false
  #isAway = false

  constructor(private readonly app: ApplicationService) {}

  async start() {
    const manager = await this.app.container.make('queue.manager')
    await manager.loadJobs()
    reportFailures()
    this.#worker = new Worker(await this.#config())
    this.#loop = this.#run()
  }

  async stop() {
    this.#stopping = true
    await this.#loop
    await this.#worker.stop()
  }

  async #run() {
    for (;;) {
      this.lookedAt = Date.now()
      const cycle = await this.#cycle()
      // What was taken together is started together: a job left between the two would wait for its lease to end.
      if (this.#stopping && cycle.type !== 'started') return
      await this.#rest(cycle)
    }
  }

  /** An error, also one that ends the worker's own loop, is a reason to pause and go on. */
  async #cycle(): Promise<WorkerCycle> {
    try {
      return (await this.#worker.processCycle(['default'])) ?? { type: 'idle', suggestedDelay: 0 }
    } catch (error) {
      return { type: 'error', error: error as Error, suggestedDelay: PAUSE_AFTER_ERROR_MS }
    }
  }

  async #rest(cycle: WorkerCycle) {
    if (cycle.type === 'error') {
      this.#complain(cycle.error)
      await pause(PAUSE_AFTER_ERROR_MS)
    } else {
      if (this.#isAway) logger.info('the queue answers again')
      this.#isAway = false
      if (cycle.type === 'idle') await pause(string.milliseconds.parse(cycle.suggestedDelay))
    }
  }

  #complain(error: unknown) {
    if (!this.#isAway) logger.error({ err: error }, 'the queue does not answer')
    this.#isAway = true
  }

  async #config(): Promise<QueueManagerConfig> {
    const config = this.app.config.get<any>('queue')
    const adapters: Record<string, any> = {}
    for (const [name, provider] of Object.entries<any>(config.adapters)) {
      adapters[name] = await provider.resolver(this.app)
    }
    return {
      ...config,
      adapters,
      autoLoadJobs: false,
      logger,
      jobFactory: (job: any) => this.app.container.make(job),
      worker: { ...config.worker, gracefulShutdown: false },
    }
  }
}

/** The queue itself says nothing when a job fails. */
function reportFailures() {
  const silent = () => {}
  tracingChannels.executeChannel.subscribe({
    start: silent,
    end: silent,
    asyncStart: silent,
    error: silent,
    asyncEnd({ status, job, error }) {
      if (status === 'completed') return
      logger.error({ err: error, job: job.name, jobId: job.id, status }, 'a job did not complete')
    },
  })
}
