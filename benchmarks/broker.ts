import { Queue } from 'bullmq'

const REDIS_URL = process.env.BENCH_REDIS_URL ?? 'redis://127.0.0.1:6379/11'

/** A job queue of BullMQ's, with nobody working on it; null where no Redis answers. */
export async function findBroker(): Promise<Queue | null> {
  const queue = new Queue(`convoca_bench_${process.pid}`, {
    connection: { url: REDIS_URL, maxRetriesPerRequest: 1, retryStrategy: () => null },
  })
  queue.on('error', () => {})
  try {
    await queue.waitUntilReady()
    return queue
  } catch {
    await queue.close().catch(() => {})
    return null
  }
}

export async function dismiss(queue: Queue) {
  await queue.obliterate({ force: true })
  await queue.close()
}
