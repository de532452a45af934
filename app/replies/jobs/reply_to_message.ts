import { Job } from '@adonisjs/queue'
import type { JobOptions } from '@boringnode/queue/types'

/**
 * The doorbell of one message that a backend is to answer.
 */
export default class ReplyToMessage extends Job<{ id: number }> {
  static options: JobOptions = { name: 'reply_to_message', maxRetries: 2 }

  async execute() {
    const { replyTo } = await import('#replies/reply_to')
    await replyTo(this.payload.id)
  }
}
