/**
 * A BullMQ worker in a process of its own: `node bullmq_process.ts REDIS_URL QUEUE PROVIDER_URL`. Says when it is ready.
 */
import { Worker } from 'bullmq'
import type { Due } from '#benchmarks/due_messages'
import { RawHttp } from '#benchmarks/peers/raw_http'

const [url, queue, provider] = process.argv.slice(2)
const http = new RawHttp(provider, 10)
const worker = new Worker<Due>(queue, ({ data }) => http.post(data), {
  connection: { url, maxRetriesPerRequest: null },
  concurrency: 10,
})
process.on('disconnect', () => process.exit())
await worker.waitUntilReady()
process.send!('ready')
