import ProcessNewCalls from '#webhooks/jobs/process_new_calls'
import { wasRung } from '#core/quiet_ring'
import { performance } from 'node:perf_hooks'

/** Calls that come within it share a ring. */
const MOMENT_MS = 250

let rungAt = -MOMENT_MS
let pending: NodeJS.Timeout | null = null

/**
 * One ring at once, and one more for all that comes in the moment after it: a job for each call would cost each another
 * commit. Nobody waits for the bell; the rows are there, so a ring that is lost costs only time.
 */
export function ringSoon() {
  pending ??= setTimeout(ring, Math.max(0, rungAt + MOMENT_MS - performance.now())).unref()
}

async function ring() {
  pending = null
  rungAt = performance.now()
  await wasRung(() => ProcessNewCalls.dispatch({}))
}
