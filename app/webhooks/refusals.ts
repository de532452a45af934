import { rowsOf } from '#database/rows'
import { toDb } from '#database/columns'
import type { Provider } from '#whatsapp/gateways/gateway'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'

/** A flood of forged calls costs one row an hour, written this often at most. */
const FLUSH_MS = 5000

/** Not signed as it should be, for no address of ours, or too large. */
export const REFUSALS = { 403: 'signature', 404: 'address', 413: 'too_large' } as const
export type RefusalReason = (typeof REFUSALS)[keyof typeof REFUSALS]

interface Refused {
  provider: Provider
  reason: RefusalReason
  hour: DateTime
  count: number
  lastAt: DateTime
}

const pending = new Map<string, Refused>()
let timer: NodeJS.Timeout | null = null

/** Remembers that a call was refused. Nothing of the call itself is kept: nobody knows whose it was. */
export function countRefusal(provider: Provider, reason: RefusalReason) {
  const now = DateTime.utc()
  const hour = now.startOf('hour')
  const key = `${provider}:${reason}:${hour.toMillis()}`
  const known = pending.get(key)
  pending.set(key, { provider, reason, hour, count: (known?.count ?? 0) + 1, lastAt: now })
  timer ??= setTimeout(() => void writeRefusals().catch(complain), FLUSH_MS).unref()
}

export async function writeRefusals() {
  if (timer) clearTimeout(timer)
  timer = null
  const refused = [...pending.values()]
  pending.clear()
  for (const { provider, reason, hour, count, lastAt } of refused) {
    await rowsOf(
      `insert into webhook_refusals (provider, reason, hour, count, last_at) values (?, ?, ?, ?, ?)
       on conflict (provider, reason, hour) do update
         set count = webhook_refusals.count + excluded.count, last_at = excluded.last_at
       returning id`,
      [provider, reason, toDb(hour), count, toDb(lastAt)]
    )
  }
}

const complain = (error: unknown) =>
  logger.warn({ err: error }, 'refused webhook calls could not be counted')
