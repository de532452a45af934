import type { FailureOutcome, SendResult } from '#whatsapp/send_result'
import type { DateTime } from 'luxon'

export type Provider = 'twilio'

/** A text ready for the wire. `id` is ours and comes back in every status callback. */
export interface OutgoingMessage {
  id: string
  /** E.164, or the exact address the provider uses for this person; without `whatsapp:`. */
  to: string
  body: string
}

/** A message as the provider has it, for reconciliation. */
export interface ProviderMessage {
  providerMessageId: string
  body: string
  status: ProviderStatus
  /** Of a message that failed. */
  errorCode: string | null
  createdAt: DateTime
}

/** Providers' words for the life of a message, reduced to ours. */
export type ProviderStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'

/** What the provider said about a message of ours, from a status callback. */
export interface StatusReport {
  /** Our message id, when the callback carries it. */
  messageId: string | null
  providerMessageId: string
  status: ProviderStatus
  errorCode: string | null
  errorDetail: string | null
}

/** A message from a person. */
export interface InboundMessage {
  providerMessageId: string
  /** The provider's address of the person, without `whatsapp:`; not always a phone number. */
  from: string
  body: string
  profileName: string | null
  media: { url: string; contentType: string }[]
  /** The provider's id of our message that this one answers, when it says so. */
  repliedTo?: string | null
  /** What the button stands for that was pressed. */
  payload?: string | null
}

/** Whether a sender can work, in Portuguese words a person can act on. */
export interface CheckResult {
  ok: boolean
  /** One sentence: what is wrong, or that all is well. */
  summary: string
  /** What to do about it, or what to know before the first message; empty when there is nothing to say. */
  steps: string[]
}

export interface Capabilities {
  /** Accepted messages can be listed by recipient: an uncertain send can be looked for. */
  list: boolean
  /** Webhooks are signed. */
  signature: boolean
  /** Free text may go out at any time, as from a sandbox: whether it arrives is for the provider to say. */
  freeTextAnytime: boolean
}

/**
 * A driver of one WhatsApp provider, for one sender.
 */
export abstract class Gateway {
  abstract readonly provider: Provider
  abstract readonly capabilities: Capabilities

  /** Environment variables that are missing or malformed; empty when the sender can send. */
  abstract readonly missingSettings: string[]

  abstract send(message: OutgoingMessage): Promise<SendResult>

  /** What a code of this provider means for the message: from an answer, or from a status callback. */
  abstract classifyFailure(code: string): FailureOutcome

  /** One sentence in Portuguese, for recruiters, about any code of a `SendResult` or a `StatusReport`. */
  abstract explain(code: string): string

  /** Messages the provider has accepted for `to` since `since`, newest first. Throws when the provider cannot say. */
  abstract list(to: string, since: DateTime): Promise<ProviderMessage[]>

  abstract check(): Promise<CheckResult>

  /** Frees sockets; the process is ending. */
  abstract close(): Promise<void>
}
