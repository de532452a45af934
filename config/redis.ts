import { optionsOf } from '#core/redis/options_of'
import env from '#start/env'
import { defineConfig } from '@adonisjs/redis'

const url = env.get('REDIS_URL')?.release()

/** Without an address nothing goes through Redis, and nothing connects. */
export const withRedis = Boolean(url)

const shared = {
  ...(url && optionsOf(url)),
  lazyConnect: true,
  connectTimeout: 2000,
  retryStrategy: (attempts: number) => Math.min(attempts * 100, 2000),
}

const redisConfig = defineConfig({
  connection: 'main',
  connections: {
    // Whoever asks has another way to go on: no request waits for a Redis that is away.
    main: {
      ...shared,
      keyPrefix: 'convoca:',
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 1000,
    },
    // Only listens, and has nothing better to do than wait.
    live: { ...shared, maxRetriesPerRequest: null },
  },
})

export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
