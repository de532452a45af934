import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const TYPESCRIPT = '--import=@poppinss/ts-exec'

/** Short enough to be waited for, and related to each other as the defaults are. */
export const DELIVERY = {
  DELIVERY_TIMEOUT_SECONDS: 0.8,
  DELIVERY_LEASE_SECONDS: 2.5,
  DELIVERY_GRACE_SECONDS: 1,
  DELIVERY_LIST_LAG_SECONDS: 1,
  DELIVERY_PATIENCE_MINUTES: 1,
  DELIVERY_CONCURRENCY: 20,
}

export const TERMS = {
  timeoutMs: DELIVERY.DELIVERY_TIMEOUT_SECONDS * 1000,
  leaseMs: DELIVERY.DELIVERY_LEASE_SECONDS * 1000,
  graceMs: DELIVERY.DELIVERY_GRACE_SECONDS * 1000,
}

const own = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(DELIVERY|TWILIO|QUEUE|REDIS|METRICS|CHAOS)_/.test(name)
  )
)

/** As in production, but for the clockwork that is wound tighter. */
export const COMMON_ENV: Record<string, string | undefined> = {
  ...own,
  ...Object.fromEntries(Object.entries(DELIVERY).map(([name, value]) => [name, String(value)])),
  NODE_ENV: 'production',
  TZ: 'UTC',
  LOG_LEVEL: 'info',
  SIMULATOR: 'false',
  EMBEDDED_WORKER: 'false',
  APP_KEY: randomBytes(24).toString('base64url'),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
  TWILIO_WHATSAPP_FROM: '+14155238886',
}
