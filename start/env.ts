import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  APP_KEY: Env.schema.secret(),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  LOG_LEVEL: Env.schema.enum([
    'trace',
    'debug',
    'info',
    'warn',
    'error',
    'fatal',
    'silent',
  ] as const),
  TZ: Env.schema.enum(['UTC'] as const),

  DB_CONNECTION: Env.schema.enum(['sqlite', 'pg'] as const),
  SQLITE_PATH: Env.schema.string.optional(),
  DATABASE_URL: Env.schema.string.optional(),
  REDIS_URL: Env.schema.secret.optional(),
  QUEUE_DRIVER: Env.schema.enum.optional(['database', 'redis'] as const),

  TWILIO_ACCOUNT_SID: Env.schema.string.optional(),
  TWILIO_AUTH_TOKEN: Env.schema.secret.optional(),
  TWILIO_WHATSAPP_FROM: Env.schema.string.optional(),
  TWILIO_API_BASE_URL: Env.schema.string.optional({ format: 'url', tld: false }),

  DELIVERY_CONCURRENCY: Env.schema.number.optional(),
  DELIVERY_TIMEOUT_SECONDS: Env.schema.number.optional(),
  DELIVERY_LEASE_SECONDS: Env.schema.number.optional(),
  DELIVERY_GRACE_SECONDS: Env.schema.number.optional(),
  DELIVERY_LIST_LAG_SECONDS: Env.schema.number.optional(),
  DELIVERY_PATIENCE_MINUTES: Env.schema.number.optional(),

  SIMULATOR: Env.schema.boolean(),
  EMBEDDED_WORKER: Env.schema.boolean(),
  METRICS_TOKEN: Env.schema.secret.optional(),
  METRICS_PORT: Env.schema.number.optional(),
  SHUTDOWN_SECONDS: Env.schema.number.optional(),
  HEARTBEAT_PATH: Env.schema.string.optional(),
  COMPANY_NAME: Env.schema.string.optional(),
})
