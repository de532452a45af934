import { Job } from '@adonisjs/queue'
import type { JobOptions } from '@boringnode/queue/types'

/**
 * The doorbell of one file that is still with the provider.
 */
export default class FetchMedia extends Job<{ uuid: string }> {
  static options: JobOptions = { name: 'fetch_media', maxRetries: 2 }

  async execute() {
    const { fetchMedia } = await import('#media/fetch_media')
    await fetchMedia(this.payload.uuid)
  }
}
