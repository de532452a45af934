import { ringSoon } from '#webhooks/doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import type { HttpRequest } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'

/**
 * Stores the call, then rings. The answer waits for the commit, not for the bell.
 */
export async function keepCall(request: HttpRequest, kind: 'status' | 'message', sender: string) {
  const body = request.rawBody!.toString('utf8')
  const query = request.parsedUrl.query ?? ''
  const id = await WebhookCall.keep({
    provider: 'twilio',
    kind,
    sender,
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
