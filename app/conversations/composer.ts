import { covers } from '#contacts/consent'
import type Contact from '#contacts/models/contact'
import type Conversation from '#messages/models/conversation'
import { SessionWindow } from '#messages/session_window'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import type { DateTime } from 'luxon'

/**
 * - `free`: they may be written to.
 * - `template`: the 24 hours are over; only an approved template opens them again.
 * - `declined`: they want nothing from us.
 * - `unreachable`: nothing is left to write to.
 */
export type Writing = 'free' | 'template' | 'declined' | 'unreachable'

export interface Composer {
  writing: Writing
  /** When free text ends; null where it never does. */
  closesAt: DateTime | null
  canQuote: boolean
}

/** What may be written to this person at that moment. */
export function composerOf(
  { lastInboundAt }: Conversation,
  contact: Contact,
  { freeTextAnytime, quotes }: Pick<Capabilities, 'freeTextAnytime' | 'quotes'>,
  at: DateTime
): Composer {
  const window = new SessionWindow(lastInboundAt ?? null)
  const closesAt = freeTextAnytime ? null : window.closesAt
  const writing = writingTo(contact) ?? (freeTextAnytime || window.isOpen(at) ? 'free' : 'template')
  return { writing, closesAt, canQuote: quotes && writing === 'free' }
}

function writingTo(contact: Contact): Writing | null {
  if (contact.isAnonymised || !contact.address) return 'unreachable'
  return covers(contact.accepts, 'own_interviews') ? null : 'declined'
}

/** What is said instead of the field, or when a text comes all the same. */
export const WHY_NOT: Record<Exclude<Writing, 'free'>, string> = {
  template:
    'As 24 horas desde a última mensagem da pessoa passaram: o WhatsApp só aceita um modelo aprovado agora.',
  declined:
    'A pessoa pediu para não receber mensagens. Avise de outra forma; se ela escrever VOLTAR, a conversa se abre de novo.',
  unreachable: 'Este contato não tem mais número de WhatsApp: não há para onde escrever.',
}
