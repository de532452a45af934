import { ringSoon } from '#webhooks/doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import { createHash } from 'node:crypto'

/** Stores the call, then rings. The same envelope again is the same row; what is in it is known by its own id. */
export async function keepChatAppCall(sender: string, body: string) {
  const hash = createHash('sha256').update(body).digest('hex')
  const id = await WebhookCall.keep({
    provider: 'chat_app',
    kind: 'batch',
    sender,
    query: '',
    body,
    dedupeKey: `chat_app:${sender}:${hash}`,
  })
  if (id !== null) ringSoon()
}
