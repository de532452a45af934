import type { MessageKind } from '#messages/models/message'
import { SessionWindow } from '#messages/session_window'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import type { DateTime } from 'luxon'

/** What asks the person something, and may do so with buttons. */
const ASKING: readonly MessageKind[] = ['notice', 'reminder']

interface Moment {
  /** To the number that the message leaves from. */
  lastInboundAt: DateTime | null
  at: DateTime
}

/** How many buttons may stand under this text now: WhatsApp shows them only inside the person's 24 hours. */
export function buttonsNow(
  { kind }: { kind: MessageKind },
  { buttons }: Pick<Capabilities, 'buttons'>,
  { lastInboundAt, at }: Moment
) {
  return ASKING.includes(kind) && new SessionWindow(lastInboundAt).isOpen(at) ? buttons : 0
}
