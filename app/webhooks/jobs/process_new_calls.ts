import { processNewCalls } from '#webhooks/process_new_calls'
import { Job } from '@adonisjs/queue'
import type { JobOptions } from '@boringnode/queue/types'

/**
 * The doorbell of all calls that nobody has looked at yet.
 */
export default class ProcessNewCalls extends Job<Record<string, never>> {
  static options: JobOptions = { name: 'process_new_webhook_calls', maxRetries: 5 }

  async execute() {
    await processNewCalls()
  }
}
