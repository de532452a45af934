import Message from '#messages/models/message'
import { receiveInbound } from '#messages/inbound'
import WebhookCall from '#webhooks/models/webhook_call'
import { webhookChannel, type ProcessedCall } from '#webhooks/telemetry'
import { parseInbound, parseStatus } from '#whatsapp/gateways/twilio_webhook'
import { DateTime } from 'luxon'

/** What came of a call, for the row and for whoever looks at it. */
type Outcome = 'applied' | 'received' | 'duplicate' | 'unknown_message' | 'not_understood'

/**
 * Understands a stored call and does what it says. Running it again changes nothing.
 */
export async function processCall(id: number) {
  const call = await WebhookCall.findOrFail(id)
  if (call.processedAt) return

  call.attempts += 1
  await call.save()
  await understand(call)
  await call.save()
}

/** The row is left for the caller to save. */
export async function understand(call: WebhookCall) {
  call.outcome = call.kind === 'status' ? await applyStatus(call) : await receive(call)
  call.processedAt = DateTime.utc()
  tell(call)
}

function tell({ kind, outcome, createdAt, processedAt }: WebhookCall) {
  const ms = processedAt!.diff(createdAt).toMillis()
  webhookChannel.publish({ kind, outcome: outcome!, ms } satisfies ProcessedCall)
}

async function applyStatus(call: WebhookCall): Promise<Outcome> {
  const params = new URLSearchParams(call.body)
  const report = parseStatus(params, new URLSearchParams(call.query))
  if (!report) return 'not_understood'

  const message = await findMessage(report.messageId, report.providerMessageId)
  if (!message) return 'unknown_message'
  await Message.apply(message.id, { ...report, occurredAt: call.createdAt })
  return 'applied'
}

/** Our id comes first: a callback may be faster than the answer that would have told us theirs. */
async function findMessage(uuid: string | null, providerMessageId: string) {
  const ours = uuid && (await Message.findBy({ uuid }))
  return ours || Message.findBy({ provider: 'twilio', providerMessageId })
}

async function receive(call: WebhookCall): Promise<Outcome> {
  const inbound = parseInbound(new URLSearchParams(call.body))
  if (!inbound) return 'not_understood'
  return (await receiveInbound(inbound, call.provider, call.createdAt)) ? 'received' : 'duplicate'
}
