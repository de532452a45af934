import ProcessWebhookCall from '#webhooks/jobs/process_webhook_call'
import logger from '@adonisjs/core/services/logger'

/** Hundreds may come in a second; one line tells it. */
const QUIET_MS = 60_000
let quietUntil = 0

/**
 * Rings for a stored call. A bell that cannot be rung must cost nobody an answer: the row is there, and is rung for again.
 *
 * @returns whether it was rung
 */
export async function ringFor(id: number): Promise<boolean> {
  try {
    await ProcessWebhookCall.dispatch({ id })
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
