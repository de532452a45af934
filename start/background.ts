import { Dispatcher } from '#messages/dispatcher'
import whatsapp from '#whatsapp/services/main'
import { Worker as QueueWorker, tracingChannels } from '@adonisjs/queue'
import type { QueueManagerConfig } from '@boringnode/queue/types'
import logger from '@adonisjs/core/services/logger'
import type { ApplicationService } from '@adonisjs/core/types'
import { Worker as SchedulerWorker } from 'adonisjs-scheduler'

/**
 * Everything that works without being asked: the dispatcher of messages, the queue, the schedule. Runs inside the web
 * process (`EMBEDDED_WORKER=true`) or alone (`node ace work`).
 */
export class Background {
  #stops: (() => Promise<unknown>)[] = []

  constructor(private readonly app: ApplicationService) {}

  async start() {
    await this.#startDispatcher()
    await this.#startQueue()
    await this.#startSchedule()
  }

  /** Takes nothing new, finishes what is in the air. */
  async stop() {
    await Promise.all(this.#stops.map((stop) => stop()))
  }

  async #startDispatcher() {
    const dispatcher = new Dispatcher(whatsapp, logger)
    dispatcher.start()
    this.#stops.push(() => dispatcher.stop())
  }

  /** Not `queue:work`: on SIGTERM it closes the database under the running job, which is then run again. */
  async #startQueue() {
    const manager = await this.app.container.make('queue.manager')
    await manager.loadJobs()
    this.#reportFailures()

    const worker = new QueueWorker(await this.#queueConfig())
    const loop = worker.start(['default'])
    this.#stops.push(async () => {
      await worker.stop()
      await loop
      await worker.stop()
    })
  }

  async #queueConfig(): Promise<QueueManagerConfig> {
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

  /** The queue itself says nothing when a job fails. */
  #reportFailures() {
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

  async #startSchedule() {
    await import('#start/scheduler')
    const schedule = new SchedulerWorker(this.app)
    await schedule.start()
    this.#stops.push(() => schedule.stop())
  }
}
