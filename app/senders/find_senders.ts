import { directory, type SenderEntry } from '#senders/sender_directory'
import type { Provider } from '#whatsapp/gateways/gateway'
import { createHash, timingSafeEqual } from 'node:crypto'

/** Those of one provider, the retired ones too, without a question to the database. */
export const sendersOf = <P extends Provider>(provider: P) =>
  directory.entries.filter((one): one is SenderEntry<P> => one.provider === provider)

export const senderNamed = (name: string) =>
  directory.entries.find((one) => one.name === name) ?? null

/**
 * Whose number, or provider's id of a number, `address` is: E.164 (`whatsapp:` in front or not) or Meta's
 * `phone_number_id`. One that works comes before one that is retired.
 */
export function senderByNumber<P extends Provider>(provider: P, address: string) {
  const bare = address.replace(/^whatsapp:/, '')
  const found = sendersOf(provider).filter((one) => addressesOf(one).includes(bare))
  return found.find(({ isRetired }) => !isRetired) ?? found[0] ?? null
}

/** Whose address a provider called, by its unguessable part. */
export function senderByWebhookKey<P extends Provider>(provider: P, key: string) {
  return sendersOf(provider).find(({ webhookKey }) => webhookKey && isSame(webhookKey, key)) ?? null
}

function addressesOf({ provider, number, settings }: SenderEntry): (string | null)[] {
  return provider === 'cloud_api'
    ? [number, (settings as SenderEntry<'cloud_api'>['settings']).phone_number_id]
    : [number]
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
