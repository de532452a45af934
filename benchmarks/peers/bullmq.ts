import type { Due } from '#benchmarks/due_messages'
import type { RawHttp } from '#benchmarks/peers/raw_http'
import { Stopwatch } from '#benchmarks/peers/stopwatch'
import { Queue, Worker } from 'bullmq'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const URL_OF_REDIS = process.env.BENCH_REDIS_URL ?? 'redis://127.0.0.1:6379/8'
const NAME = `convoca-bench-${process.pid}`
const PER_CALL = 1000
const WORKER = fileURLToPath(new URL('bullmq_process.ts', import.meta.url))

/** Null where Redis does not answer. */
export async function findBullmq(say: (line: string) => void) {
  const queue = new Queue<Due>(NAME, {
    connection: { url: URL_OF_REDIS, retryStrategy: () => null },
  })
  queue.on('error', () => {})
  try {
    await queue.waitUntilReady()
    return new Bullmq(queue)
  } catch (error) {
    say(`BullMQ left out: Redis does not answer (${(error as Error).message})`)
    return null
  }
}

/**
 * A queue whose handler posts the message: at least once, and nothing is written down about it.
 */
export class Bullmq {
  constructor(private readonly queue: Queue<Due>) {}

  /** Messages a second. */
  async drain(dues: Due[], http: RawHttp, concurrency: number) {
    for (let first = 0; first < dues.length; first += PER_CALL) {
      await this.queue.addBulk(dues.slice(first, first + PER_CALL).map(asJob))
    }
    const watch = new Stopwatch(dues.length)
    const worker = this.work((due) => watch.time(() => http.post(due)), concurrency)
    const rate = await watch.rate
    await worker.close()
    return rate
  }

  work(handle: (due: Due) => Promise<unknown>, concurrency = 1) {
    return new Worker<Due>(NAME, ({ data }) => handle(data), {
      connection: { url: URL_OF_REDIS, maxRetriesPerRequest: null },
      concurrency,
    })
  }

  /** As `work`, in another process; it ends with the answered function. */
  async workElsewhere(providerUrl: string) {
    const child = fork(WORKER, [URL_OF_REDIS, NAME, providerUrl])
    await once(child, 'message')
    return async () => {
      child.disconnect()
      await once(child, 'exit')
    }
  }

  async add(due: Due) {
    await this.queue.add(...jobOf(due))
  }

  async close() {
    await this.queue.obliterate({ force: true })
    await this.queue.close()
  }
}

const jobOf = (due: Due) => ['send', due, { removeOnComplete: true }] as const

function asJob(due: Due) {
  const [name, data, opts] = jobOf(due)
  return { name, data, opts }
}
