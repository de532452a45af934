import { QueueManager } from '@adonisjs/queue'

/** Takes every job that waits, whichever driver keeps it, and answers with what they ring for. */
export async function takeJobs() {
  const queue = QueueManager.use()
  queue.setWorkerId('tests')
  const payloads: unknown[] = []
  for (let job = await queue.popFrom('default'); job; job = await queue.popFrom('default')) {
    payloads.push(job.payload)
    await queue.completeJob(job.id, 'default', true)
  }
  return payloads
}
