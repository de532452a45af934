import { withRedis } from '#config/redis'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { RuntimeException } from '@adonisjs/core/exceptions'
import { defineConfig, drivers } from '@adonisjs/queue'
import { exponentialBackoff } from '@boringnode/queue'

const driver = env.get('QUEUE_DRIVER', 'database')

if (driver === 'redis' && !withRedis) {
  throw new RuntimeException(
    'QUEUE_DRIVER=redis needs REDIS_URL, for instance redis://localhost:6379/0'
  )
}

const adapter =
  driver === 'redis'
    ? drivers.redis({ connectionName: 'main' })
    : drivers.database({ connectionName: env.get('DB_CONNECTION') })

/**
 * Jobs are doorbells: their payload is an id and what they ring for is a row, so a lost job costs time, never data.
 */
export default defineConfig({
  default: driver,
  // Every adapter that is listed is connected: only the one in use.
  adapters: { [driver]: adapter },
  retry: { maxRetries: 5, backoff: exponentialBackoff({ baseDelay: '1s', maxDelay: '5m' }) },
  defaultJobOptions: { removeOnComplete: true, removeOnFail: { age: '30d' } },
  worker: {
    concurrency: 2,
    idleDelay: '250ms',
    stalledThreshold: '30s',
    stalledInterval: '10s',
    maxStalledCount: 10,
  },
  locations: [app.makePath('app/**/jobs/*.{ts,js}')],
})
