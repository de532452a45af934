import { Duration } from 'luxon'

const FIRST_SECONDS = 2
const LONGEST_SECONDS = 5 * 60

/**
 * How long to wait before try number `attempts + 1`: doubling, with jitter, so that a recovering provider is not met by
 * everyone at once. A provider's own wish is honoured.
 */
export function backoff(attempts: number, retryAfter?: number, random = Math.random) {
  const ceiling = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, attempts - 1))
  const wait = (ceiling / 2) * (1 + random())
  return Duration.fromObject({ seconds: Math.max(retryAfter ?? 0, wait) })
}
