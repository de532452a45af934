import type WebhookCall from '#webhooks/models/webhook_call'
import type { Reading } from '#webhooks/reading'
import { parseInbound } from '#whatsapp/gateways/twilio_inbound'
import { parseStatus } from '#whatsapp/gateways/twilio_webhook'

/** A call of Twilio's says one thing. */
export function readTwilio(call: WebhookCall): Reading {
  const params = new URLSearchParams(call.body)
  if (call.kind === 'status') {
    const status = parseStatus(params, new URLSearchParams(call.query))
    return { said: status ? [{ status }] : [], ignored: 0 }
  }
  const message = parseInbound(params)
  return { said: message ? [{ message }] : [], ignored: 0 }
}
