import { senderByNumber, sendersOf } from '#senders/find_senders'
import { ringSoon } from '#webhooks/doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import { isSameToken, verifyHubSignature } from '#whatsapp/gateways/cloud_api_signature'
import { batchOf, saysSomething } from '#whatsapp/gateways/cloud_api_webhook'
import type { HttpRequest } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'

/** Is it the Meta of one of our numbers that asks whether this is us? */
export const isOurToken = (token: unknown) =>
  typeof token === 'string' &&
  sendersOf('cloud_api').filter(({ settings }) => isSameToken(token, settings.verify_token))
    .length > 0

/** Is this really Meta? Asked before anything else is done, over the bytes of the body. */
export function isFromMeta(request: HttpRequest) {
  const secrets = new Set(sendersOf('cloud_api').map(({ settings }) => settings.app_secret))
  return verifyHubSignature(request.rawBody!, request.header('x-hub-signature-256'), [...secrets])
}

/** Stores the batch, then rings. Answers whether there is anything in it for us. */
export async function keepBatch({ rawBody }: HttpRequest) {
  const body = rawBody!.toString('utf8').replaceAll('\u0000', '')
  const hash = createHash('sha256').update(rawBody!).digest('hex')
  const id = await WebhookCall.keep({
    provider: 'cloud_api',
    kind: 'batch',
    query: '',
    body,
    dedupeKey: `cloud_api:batch:${hash}`,
  })
  if (id !== null) ringSoon()
  return isForUs(body)
}

const isForUs = (body: string) =>
  batchOf(body)?.changes.some(
    (change) => senderByNumber('cloud_api', change.phoneNumberId) && saysSomething(change)
  ) ?? false
