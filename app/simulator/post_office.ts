import type { Change, Refusals } from '#simulator/journey'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'

export const PROVIDERS = ['twilio', 'cloud_api', 'chat_app'] as const
export type ProviderName = (typeof PROVIDERS)[number]

/** A webhook that was called, and the HTTP status it met; null: nobody answered. */
export interface Told {
  url: string
  status: number | null
}

/** How one provider names things, and tells its customer what happens. */
export interface PostOffice {
  newId(hasMedia: boolean): string
  /** The company's number as this provider writes it. */
  readonly ourAddress: string
  theirAddress(phone: Phone): string
  /** Its codes for what a phone cannot get. */
  readonly refusals: Refusals
  /** Null when the customer wants no word of it. */
  tellStatus(message: Message, change: Change, signal: AbortSignal): Promise<Told | null>
  /** Null when the customer wants no word of it. */
  tellInbound(message: Message, phone: Phone): Promise<Told | null>
  /** The person goes on with another number, where the provider tells of it. */
  tellRenumbered?(phone: Phone, former: Phone): Promise<unknown>
  /** Forgets what it would have told again. */
  stop?(): void
}
