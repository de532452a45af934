import ProcessWebhookCall from '#webhooks/jobs/process_webhook_call'
import WebhookCall from '#webhooks/models/webhook_call'
import { DateTime } from 'luxon'

/** A job that is merely slow gets this long before its bell is rung again. */
const PATIENCE_MINUTES = 2

/** Rings again for calls whose job was lost. Processing twice does no harm. */
export async function ringForgotten() {
  const ids = await WebhookCall.forgotten(DateTime.utc().minus({ minutes: PATIENCE_MINUTES }))
  for (const id of ids) await ProcessWebhookCall.dispatch({ id })
}
