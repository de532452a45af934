import { senderByNumber, sendersOf } from '#senders/find_senders'
import type WebhookCall from '#webhooks/models/webhook_call'
import type { Reading } from '#webhooks/reading'
import {
  accountsWithTemplateNews,
  batchOf,
  readChange,
  type Change,
} from '#whatsapp/gateways/cloud_api_webhook'
import whatsapp from '#whatsapp/services/main'

/** A batch of Meta's: many things, for any of our numbers. */
export async function readCloudApi({ body }: WebhookCall): Promise<Reading> {
  const batch = batchOf(body)
  if (!batch) return { said: [], ignored: 0 }
  const reading: Reading = { said: [], ignored: batch.others }
  for (const change of batch.changes) await readInto(reading, change)
  const templatesOf = sendersOfAccounts(accountsWithTemplateNews(body))
  if (templatesOf.length > 0) reading.said.push({ templatesOf })
  return reading
}

async function readInto(reading: Reading, change: Change) {
  const sender = await ours(change)
  const { items, ignored } = readChange(change)
  reading.ignored += ignored + (sender ? 0 : items.length)
  if (sender) reading.said.push(...items.map((item) => ({ ...item, sender: sender.name })))
}

const sendersOfAccounts = (accounts: string[]) =>
  sendersOf('cloud_api')
    .filter(({ settings }) => accounts.includes(settings.waba_id))
    .map(({ name }) => name)

/** Another process may just have added the number. */
async function ours({ phoneNumberId }: Change) {
  const known = senderByNumber('cloud_api', phoneNumberId)
  if (known) return known
  await whatsapp.refresh()
  return senderByNumber('cloud_api', phoneNumberId)
}
