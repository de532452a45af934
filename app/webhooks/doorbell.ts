import ProcessNewCalls from '#webhooks/jobs/process_new_calls'
import ProcessWebhookCall from '#webhooks/jobs/process_webhook_call'
import logger from '@adonisjs/core/services/logger'
import { performance } from 'node:perf_hooks'

/** Calls that come within it share a ring. */
const MOMENT_MS = 250
/** While the queue is away hundreds of rings may fail in a second; one line tells it. */
const QUIET_MS = 60_000

let rungAt = -MOMENT_MS
let pending: NodeJS.Timeout | null = null
let quietUntil = 0

/**
 * One ring at once, and one more for all that comes in the moment after it: a job for each call would cost each another
 * commit. Nobody waits for the bell; the rows are there, so a ring that is lost costs only time.
 */
export function ringSoon() {
  pending ??= setTimeout(ring, Math.max(0, rungAt + MOMENT_MS - performance.now())).unref()
}

/** Rings for one stored call. Answers whether it was rung. */
export const ringFor = (id: number): Promise<boolean> =>
  wasRung(() => ProcessWebhookCall.dispatch({ id }))

/** The same in a second, when it has just failed. */
export const ringLaterFor = (id: number): Promise<boolean> =>
  wasRung(() => ProcessWebhookCall.dispatch({ id }).in('1s'))

async function ring() {
  pending = null
  rungAt = performance.now()
  await wasRung(() => ProcessNewCalls.dispatch({}))
}

async function wasRung(dispatch: () => PromiseLike<unknown>) {
  try {
    await dispatch()
    return true
  } catch (error) {
    complain(error)
    return false
  }
}

function complain(error: unknown) {
  if (Date.now() < quietUntil) return
  quietUntil = Date.now() + QUIET_MS
  logger.warn({ err: error }, 'the queue takes no doorbells')
}
