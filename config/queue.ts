import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, drivers } from '@adonisjs/queue'
import { exponentialBackoff } from '@boringnode/queue'

/**
 * Jobs are doorbells: their payload is an id and what they ring for is a row, so a lost job costs time, never data.
 */
export default defineConfig({
  default: 'database',
  adapters: { database: drivers.database({ connectionName: env.get('DB_CONNECTION') }) },
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
