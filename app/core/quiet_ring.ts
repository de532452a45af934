import logger from '@adonisjs/core/services/logger'

/** While the queue is away hundreds of rings may fail in a second; one line tells it. */
const QUIET_MS = 60_000

let quietUntil = 0

/** Answers whether the queue took it. A bell that cannot be rung fails nobody: the row is there, and is found again. */
export async function wasRung(dispatch: () => PromiseLike<unknown>) {
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
