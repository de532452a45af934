import { sendersOf } from '#senders/find_senders'
import { isCredible } from '#webhooks/chat_app/credible'
import type WebhookCall from '#webhooks/models/webhook_call'
import type { Reading, Said } from '#webhooks/reading'
import { readChatApp, type ChatAppSaid } from '#whatsapp/gateways/chat_app_webhook'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

/** A call of ChatApp's says several things of one of our lines. */
export async function readChatAppCall(call: WebhookCall): Promise<Reading> {
  const sender = await senderOf(call)
  const { licence_id: licenceId, messenger_type: messenger } = sender.settings
  const reading: Reading = { said: [], ignored: 0 }
  const { said, ignored } = readChatApp(call.body, { licenceId, messenger })
  reading.ignored = ignored
  for (const one of said) {
    if (await isBelieved(one, sender.name)) reading.said.push(heard(one, call))
    else reading.ignored += 1
  }
  return reading
}

/** Another process may just have added it. */
async function senderOf(call: WebhookCall) {
  const ours = () => sendersOf('chat_app').find(({ name }) => name === call.sender)
  if (!ours()) await whatsapp.refresh()
  const sender = ours()
  if (!sender) throw new Error('a call for a number that is not known')
  return sender
}

const isBelieved = (said: ChatAppSaid, sender: string) =>
  'message' in said || isCredible(said.status, sender)

/** Nobody wrote later than we heard of it. */
function heard(said: ChatAppSaid, { sender, createdAt }: WebhookCall): Said {
  if ('status' in said) return { ...said, sender: sender! }
  const { writtenAt, ...message } = said.message
  const at = writtenAt ? DateTime.min(writtenAt, createdAt) : null
  return { message: { ...message, writtenAt: at }, sender: sender! }
}
