import { processCall } from '#webhooks/process_call'
import { ringFor } from '#webhooks/call_doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'

/** A job that is merely slow gets this long before its bell is rung again. */
const PATIENCE_MINUTES = 2

/**
 * Rings again for calls whose job was lost, and where there is no bell to ring understands them itself. Processing twice
 * does no harm.
 */
export async function ringForgotten() {
  const ids = await WebhookCall.forgotten(DateTime.utc().minus({ minutes: PATIENCE_MINUTES }))
  for (const id of ids) {
    if (!(await ringFor(id))) await understand(id)
  }
}

async function understand(id: number) {
  try {
    await processCall(id)
  } catch (error) {
    logger.error({ err: error, webhookCallId: id }, 'a webhook call was not understood')
  }
}
