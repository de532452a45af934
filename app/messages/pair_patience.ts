import { Duration } from 'luxon'

/** A burst that was borrowed is paid back within it. */
const LONGEST_SECONDS = 256

/** How long a person who was written to too fast is left alone after that many tries: 1, 4, 16, 64, 256 seconds. */
export const pairPatience = (attempts: number, retryAfter = 0) => {
  const seconds = Math.min(LONGEST_SECONDS, 4 ** Math.max(0, attempts - 1))
  return Duration.fromObject({ seconds: Math.max(retryAfter, seconds) })
}
