import Message from '#messages/models/message'
import { followNumber } from '#messages/follow_number'
import { receiveInbound } from '#messages/inbound'
import { read, type Said } from '#webhooks/reading'
import WebhookCall from '#webhooks/models/webhook_call'
import { webhookChannel, type ProcessedCall } from '#webhooks/telemetry'
import type { InboundMessage, NumberChange, StatusReport } from '#whatsapp/gateways/gateway'
import logger from '@adonisjs/core/services/logger'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

/** What came of one thing a call says. */
type Effect = 'applied' | 'received' | 'duplicate' | 'unknown_message' | 'ignored'

/** What came of a call, for the row and for whoever looks at it: of several effects, the first of these. */
export const OUTCOMES = [
  'received',
  'applied',
  'duplicate',
  'unknown_message',
  'ignored',
  'not_understood',
] as const
type Outcome = (typeof OUTCOMES)[number]

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

/** The same again, whatever came of it before. Left unprocessed when it fails. */
export async function reprocess(id: number) {
  const call = await WebhookCall.findOrFail(id)
  await (call as WebhookCall).merge({ processedAt: null, outcome: null, attempts: 0 }).save()
  await processCall(id).catch((error) =>
    logger.error({ err: error, webhookCallId: id }, 'a webhook call was not understood again')
  )
  return call.refresh()
}

/** The row is left for the caller to save. */
export async function understand(call: WebhookCall) {
  if (call.sender) await whatsapp.meet(call.sender)
  const { said, ignored } = await read(call)
  const effects: Outcome[] = ignored > 0 ? ['ignored'] : []
  const errors: unknown[] = []
  for (const one of said) {
    await heed(one, call).then(
      (effect) => effects.push(effect),
      (error) => errors.push(error)
    )
  }
  // What was heeded stays so; the call comes again for what was not.
  if (errors.length > 0) throw errors[0]
  call.outcome = OUTCOMES.find((outcome) => effects.includes(outcome)) ?? 'not_understood'
  call.processedAt = DateTime.utc()
  tell(call)
}

function tell({ kind, outcome, createdAt, processedAt }: WebhookCall) {
  const ms = processedAt!.diff(createdAt).toMillis()
  webhookChannel.publish({ kind, outcome: outcome!, ms } satisfies ProcessedCall)
}

function heed(said: Said, call: WebhookCall): Promise<Effect> {
  if ('status' in said) return applyStatus(said.status, call)
  if ('moved' in said) return follow(said.moved)
  return receive(said.message, said.sender ?? call.sender ?? whatsapp.defaultSender, call)
}

async function applyStatus(report: StatusReport, call: WebhookCall): Promise<Effect> {
  const message = await findMessage(report, call)
  if (!message) return 'unknown_message'
  await Message.apply(message.id, { ...report, occurredAt: call.createdAt })
  return 'applied'
}

/** Our id comes first: a callback may be faster than the answer that would have told us theirs. */
async function findMessage({ messageId, providerMessageId }: StatusReport, call: WebhookCall) {
  const ours = messageId && (await Message.findBy({ uuid: messageId }))
  return ours || Message.findBy({ provider: call.provider, providerMessageId })
}

const follow = async (change: NumberChange): Promise<Effect> =>
  (await followNumber(change)) ? 'applied' : 'ignored'

async function receive(
  inbound: InboundMessage,
  sender: string,
  call: WebhookCall
): Promise<Effect> {
  const { provider, createdAt: at } = call
  return (await receiveInbound(inbound, { sender, provider, at })) ? 'received' : 'duplicate'
}
