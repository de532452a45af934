import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import transmit from '@adonisjs/transmit/services/main'

/**
 * Tells open pages that what they show has changed, once it is committed. A page that misses it is only late.
 */
export function refreshAfter(trx: TransactionClientContract, channels: string[]) {
  trx.after('commit', () => refresh(channels))
}

export function refresh(channels: string[]) {
  for (const channel of new Set(channels)) transmit.broadcast(channel, { changed: true })
}

/** Says something to the open pages themselves; nothing is kept of it. */
export function tell(channel: string, what: Record<string, string | number>) {
  transmit.broadcast(channel, what)
}
