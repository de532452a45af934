import { appUrl } from '#config/app'
import { ringSoon } from '#webhooks/doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import { verifySignature } from '#whatsapp/gateways/twilio_webhook'
import whatsapp from '#whatsapp/services/main'
import env from '#start/env'
import type { HttpRequest } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'

/**
 * Is this really Twilio? The signature is over the public address we gave it, never over what a proxy made of it, and
 * over the bytes of the body. Asked before anything else is done.
 */
export function isFromTwilio(request: HttpRequest) {
  return verifySignature({
    authToken: env.get('TWILIO_AUTH_TOKEN')?.release() ?? '',
    url: appUrl + request.url(true),
    rawBody: request.rawBody!.toString('utf8'),
    signature: request.header('x-twilio-signature') ?? '',
  })
}

/**
 * Stores the call, then rings. The answer waits for the commit, not for the bell.
 */
export async function keepCall(request: HttpRequest, kind: 'status' | 'message') {
  const body = request.rawBody!.toString('utf8')
  const query = request.parsedUrl.query ?? ''
  const id = await WebhookCall.keep({
    provider: 'twilio',
    kind,
    sender: whatsapp.defaultSender,
    query,
    body,
    dedupeKey: dedupeKeyOf(kind, body),
  })
  if (id !== null) ringSoon()
}

/** A message once, each of its statuses once; a failure with another code is another word. */
function dedupeKeyOf(kind: string, body: string) {
  const params = new URLSearchParams(body)
  const sid = params.get('MessageSid') ?? params.get('SmsSid')
  if (!sid) return `twilio:${kind}:${createHash('sha256').update(body).digest('hex')}`
  const word = kind === 'status' ? `:${params.get('MessageStatus')}:${params.get('ErrorCode')}` : ''
  return `twilio:${kind}:${sid}${word}`.replaceAll('\u0000', '').slice(0, 240)
}
