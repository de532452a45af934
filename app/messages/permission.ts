import { covers, type Accepts } from '#contacts/consent'
import type Contact from '#contacts/models/contact'
import type Message from '#messages/models/message'
import type { MessageKind } from '#messages/models/message'
import { SessionWindow } from '#messages/session_window'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import type { DateTime } from 'luxon'

/** Why a message may not be written to this person, and where it ends. */
export type Refusal =
  | { status: 'canceled'; reason: 'contact_declined' }
  | { status: 'failed'; reason: 'needs_template' }

/** What the answer depends on, of a model or of a row. */
type Written = Pick<Message, 'kind'> & { facts?: Message['facts'] }
interface Person extends Pick<Contact, 'accepts'> {
  /** To the number that the message leaves from. */
  lastInboundAt: DateTime | null
}

/** What a person must accept to be sent a message of that kind. */
const NEEDED: Record<MessageKind, Accepts> = {
  notice: 'own_interviews',
  reminder: 'own_interviews',
  text: 'own_interviews',
  test: 'own_interviews',
  reply: 'own_interviews',
  auto_reply: 'own_interviews',
}

/** Null when `contact` may be sent this free text `at` that moment. Asks neither database nor provider. */
export function refusalOf(
  message: Written,
  contact: Person | null,
  { freeTextAnytime }: Pick<Capabilities, 'freeTextAnytime'>,
  at: DateTime
): Refusal | null {
  if (isDeclined(message, contact)) return { status: 'canceled', reason: 'contact_declined' }
  // A test is there to hear what the provider itself says.
  if (freeTextAnytime || message.kind === 'test') return null
  const window = new SessionWindow(contact?.lastInboundAt ?? null)
  return window.isOpen(at) ? null : { status: 'failed', reason: 'needs_template' }
}

/** The person does not want it. That we heard so is the one thing we still say. */
export function isDeclined(message: Written, contact: Pick<Person, 'accepts'> | null) {
  if (!contact || tellsConsent(message, contact.accepts)) return false
  return !covers(contact.accepts, NEEDED[message.kind])
}

/** Somebody holds the phone, or a person of ours decided that it is not too late: it leaves at once. */
export const isAwaited = ({ kind, facts }: Written) =>
  kind === 'test' || kind === 'reply' || Boolean(facts?.accepts) || Boolean(facts?.answers)

const tellsConsent = ({ facts }: Written, accepts: Accepts) => facts?.accepts === accepts
