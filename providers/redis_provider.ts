import { withRedis } from '#config/redis'
import { announceState } from '#core/redis/announce_state'
import AdonisRedisProvider from '@adonisjs/redis/redis_provider'

/**
 * Redis where it is configured; otherwise nothing is loaded and nothing connects. It may be away at any time, also when
 * the process starts or ends.
 */
export default class RedisProvider extends AdonisRedisProvider {
  register() {
    if (withRedis) super.register()
  }

  async boot() {
    if (!withRedis) return
    await super.boot()
    const redis = await this.app.container.make('redis')
    const logger = await this.app.container.make('logger')
    redis.doNotLogErrors()
    redis.on('connection', (connection) => announceState(connection, logger))
  }

  /** Before whoever asks first, who would not wait for it; not where only code is generated, which would never end. */
  async start() {
    if (!withRedis || this.app.getMode() !== 'run') return
    const redis = await this.app.container.make('redis')
    await redis
      .connection('main')
      .ioConnection.connect()
      .catch(() => {})
  }

  /** Not `quit`, which would wait for a Redis that is away. */
  async shutdown() {
    if (!withRedis) return
    const redis = await this.app.container.make('redis')
    await redis.disconnectAll()
  }
}
