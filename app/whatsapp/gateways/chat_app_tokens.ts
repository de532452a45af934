import type { DateTime } from 'luxon'

/** A pair of ChatApp's: the access token opens its API for a day, the refresh token gets the next pair for two weeks. */
export interface ChatAppTokens {
  /** Whose they are (`accountOf`). */
  account: string
  access: string
  accessEndsAt: DateTime
  refresh: string
  refreshEndsAt: DateTime
}

/**
 * Where the pair of one sender is kept for all processes. A refresh token can be used once, so only the holder of the
 * lease replaces the pair; nothing is locked meanwhile.
 */
export interface ChatAppTokenStore {
  /** `version` rises each time they are replaced. */
  read(): Promise<{ tokens: ChatAppTokens | null; version: number }>
  /** The right to replace the pair of that version, for `ms`; null when somebody else has it, or has replaced the pair. */
  lease(version: number, ms: number): Promise<string | null>
  /** Replaces the pair and ends the lease. Of a lease that ran out and went to somebody else, nothing is kept. */
  keep(lease: string, tokens: ChatAppTokens): Promise<void>
  /** Ends the lease with the pair as it was. */
  release(lease: string): Promise<void>
}
