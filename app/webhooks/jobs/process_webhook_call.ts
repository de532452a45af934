import { processCall } from '#webhooks/process_call'
import { Job } from '@adonisjs/queue'
import type { JobOptions } from '@boringnode/queue/types'

/**
 * The doorbell of one call that failed, or whose bell was lost.
 */
export default class ProcessWebhookCall extends Job<{ id: number }> {
  static options: JobOptions = { name: 'process_webhook_call', maxRetries: 5 }

  async execute() {
    await processCall(this.payload.id)
  }
}
