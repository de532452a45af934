import { ringLaterFor } from '#webhooks/call_doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import { understand } from '#webhooks/process_call'
import logger from '@adonisjs/core/services/logger'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A process that dies leaves so many to be found again. */
const AT_A_TIME = 20

/**
 * Understands the calls that nobody has looked at yet, oldest first; what comes meanwhile has a ring of its own. One that
 * fails is tried again by a job of its own.
 */
export async function processNewCalls() {
  let calls: WebhookCall[]
  do {
    calls = await WebhookCall.takeNew(AT_A_TIME)
    for (const call of calls) {
      await understand(call).catch(tryAgain(call))
      // SQLite answers without leaving the turn: people's requests would wait for all of them.
      await nextTurn()
    }
    await WebhookCall.conclude(calls)
  } while (calls.length === AT_A_TIME)
}

const tryAgain = (call: WebhookCall) => async (error: unknown) => {
  logger.error({ err: error, webhookCallId: call.id }, 'a webhook call was not understood')
  await ringLaterFor(Number(call.id))
}
