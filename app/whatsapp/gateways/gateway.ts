import type { FailureOutcome, SendResult } from '#whatsapp/send_result'
import type { MediaKind, MessageContent } from '#whatsapp/content'
import type { DateTime } from 'luxon'

export const PROVIDERS = ['twilio', 'cloud_api', 'chat_app'] as const
export type Provider = (typeof PROVIDERS)[number]

/** The approved twin of a text, filled in: what opens a conversation. */
export interface OutgoingTemplate {
  /** The name it was submitted under. */
  name: string
  /** WhatsApp's language code, as `pt_BR`. */
  language: string
  /** The provider's id of it, where it has one (`HX…`). */
  providerTemplateId: string | null
  /** For `{{1}}`, `{{2}}` and so on; none is empty or has a line break. */
  variables: string[]
  /** What its quick replies stand for, in their order. */
  payloads: string[]
}

/** A message ready for the wire. `id` is ours and comes back in every status callback. */
export interface OutgoingMessage {
  id: string
  /** `+` and digits as the provider spells them for this person, or the id of somebody who hides their number. */
  to: string
  /** With a template, what the person will read. */
  body: string
  content?: MessageContent
  template?: OutgoingTemplate
  /** The provider's id of the message that this one quotes. */
  repliesTo?: string
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
  /** `+` and digits, often without the ninth; of somebody who hides their number, the provider's id of them. */
  from: string
  /** The provider's lasting id of the person (`BR.…`), when it says so. */
  userId?: string | null
  /** Our address it was written to, as the provider names it: a number, or an id of our number. */
  to?: string | null
  /** When the person wrote it, when the provider says so. */
  writtenAt?: DateTime | null
  body: string
  profileName: string | null
  content?: MessageContent | null
  /** The provider's id of our message that this one answers, when it says so. */
  repliedTo?: string | null
  /** What the button stands for that was pressed. */
  payload?: string | null
}

/** A person took another number and stays the same person. Numbers with `+`. */
export interface NumberChange {
  from: string
  to: string
  userId: string | null
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
  /** Approved templates can be submitted and sent (`Gateway.templates`). */
  templates: boolean
  /** Buttons under a free text; how many at most, 0 for none. */
  buttons: number
  /** A list of choices under a free text. */
  choiceList: boolean
  media: readonly MediaKind[]
  /** Files a text may go with; absent: any. Under others WhatsApp drops it, so it must be a message of its own. */
  captions?: readonly MediaKind[]
  location: boolean
  contacts: boolean
  reactions: boolean
  /** A message can quote another. */
  quotes: boolean
  /** The person can be shown that their message was read. */
  readMarks: boolean
  /** Not more than so many may leave in a minute, evenly spaced, whatever the sender's own limit; absent: no such care. */
  messagesPerMinute?: number
}

/** A text to be approved. */
export interface TemplateSubmission {
  /** Lower case letters, digits and `_`; unique for the sender and language. */
  name: string
  language: string
  /** With `{{1}}`, `{{2}}` … */
  body: string
  /** What each variable may look like, in their order. */
  samples: string[]
  /** Titles of quick replies; their ids are what comes back when the template is sent without payloads. */
  buttons: { id: string; title: string }[]
}

export type TemplateState = 'pending' | 'approved' | 'rejected' | 'paused' | 'disabled'

/** What the provider says of a submitted template. */
export interface TemplateStanding {
  providerTemplateId: string
  state: TemplateState
  /** Why it was rejected, in the provider's words. */
  reason: string | null
  /** `utility`, or what the provider made of it. */
  category: string | null
}

/** Approved templates of one sender. Both throw `TemplateRefused` for what the provider refuses, and when it cannot be asked. */
export interface TemplateDesk {
  submit(template: TemplateSubmission): Promise<TemplateStanding>
  standing(template: {
    name: string
    language: string
    providerTemplateId: string
  }): Promise<TemplateStanding>
}

/** The provider refused a template at once. `message` is for the person who submitted it. */
export class TemplateRefused extends Error {
  constructor(
    message: string,
    readonly code: string | null = null
  ) {
    super(message)
  }
}

/** Where a file can be fetched, and with what; the headers are for the first address only, never for where it redirects. */
export interface MediaSource {
  url: string
  headers: Record<string, string>
  /** Hosts the file may come from; a leading dot stands for what is below, and one's own API is named with its port. */
  hosts: string[]
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

  /** The code says that WhatsApp does not know the number as it was written; it may know it in another form. */
  isUnknownAddress(_code: string): boolean {
    return false
  }

  /** One sentence in Portuguese, for recruiters, about any code of a `SendResult` or a `StatusReport`. */
  abstract explain(code: string): string

  /** Messages the provider has accepted for `to` since `since`, newest first. Throws when the provider cannot say. */
  abstract list(to: string, since: DateTime): Promise<ProviderMessage[]>

  abstract check(): Promise<CheckResult>

  /** Submits and follows templates; null where `capabilities.templates` is false. */
  readonly templates: TemplateDesk | null = null

  /** What a code says of the template that was sent; null when it says nothing of it. */
  templateVerdict(_code: string): TemplateState | null {
    return null
  }

  /** Where an inbound file is (`Media.reference`). Throws when the provider cannot say. */
  async mediaSource(_reference: string): Promise<MediaSource> {
    throw new Error(`${this.provider} keeps no files`)
  }

  /** Two blue ticks for the person. Does nothing where there are none; throws when the provider cannot be asked. */
  async markRead(_providerMessageId: string): Promise<void> {}

  /** Sees to it that the provider knows where to call us, where it is told so by us. Throws when it does not take it. */
  async askForCalls(): Promise<void> {}

  /** Frees sockets; the process is ending. */
  abstract close(): Promise<void>
}
