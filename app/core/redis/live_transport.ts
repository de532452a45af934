import app from '@adonisjs/core/services/app'
import type {
  Serializable,
  SubscribeHandler,
  Transport,
  TransportMessage,
} from '@boringnode/bus/types/main'

/** Processes that show pages; the others only tell. */
const SHOW_PAGES = ['web', 'test']

/**
 * Carries live updates between processes. One that cannot be carried is dropped: its page is only late.
 */
class LiveTransport implements Transport {
  #id = ''

  setId(id: string) {
    this.#id = id
    return this
  }

  onReconnect() {}

  async publish(channel: string, payload: Serializable) {
    const redis = await app.container.make('redis')
    const message: TransportMessage = { busId: this.#id, payload }
    await redis
      .connection('main')
      .publish(channel, JSON.stringify(message))
      .catch(() => {})
  }

  async subscribe<T extends Serializable>(channel: string, handler: SubscribeHandler<T>) {
    // One that only generates code would never end.
    if (!SHOW_PAGES.includes(app.getEnvironment()) || app.getMode() !== 'run') return
    const redis = await app.container.make('redis')
    redis.connection('live').subscribe(channel, (text) => {
      const { busId, payload } = JSON.parse(text) as TransportMessage<T>
      if (busId !== this.#id) void handler(payload)
    })
  }

  async unsubscribe() {}

  /** The connections end with those of everybody else. */
  async disconnect() {}
}

export const redisTransport = () => new LiveTransport()
