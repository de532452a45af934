import { covers } from '#contacts/consent'
import type Contact from '#contacts/models/contact'
import type Conversation from '#messages/models/conversation'
import { SessionWindow } from '#messages/session_window'
import type { MediaKind } from '#whatsapp/content'
import whatsapp from '#whatsapp/services/main'
import type { DateTime } from 'luxon'

/**
 * - `free`: they may be written to.
 * - `template`: the 24 hours are over; only an approved template opens them again.
 * - `declined`: they want nothing from us.
 * - `unreachable`: nothing is left to write to.
 * - `retired`: this number of ours sends nothing more.
 */
export type Writing = 'free' | 'template' | 'declined' | 'unreachable' | 'retired'

export interface Composer {
  writing: Writing
  /** When free text ends; null where it never does. */
  closesAt: DateTime | null
  canQuote: boolean
  /** Kinds of files that may go with a text. */
  media: readonly MediaKind[]
  canReact: boolean
  canLocate: boolean
  canIntroduce: boolean
}

/** What may be written to this person at that moment. */
export function composerOf(
  { lastInboundAt, sender }: Conversation,
  contact: Contact,
  at: DateTime
): Composer {
  if (!whatsapp.senders.includes(sender)) return nothing('retired')
  const { freeTextAnytime, quotes, media, ...can } = whatsapp.use(sender).capabilities
  const window = new SessionWindow(lastInboundAt ?? null)
  const refusal = refusalTo(contact)
  if (refusal) return nothing(refusal)
  if (!freeTextAnytime && !window.isOpen(at)) return nothing('template')
  const closesAt = freeTextAnytime ? null : window.closesAt
  return {
    writing: 'free',
    closesAt,
    canQuote: quotes,
    media,
    canReact: can.reactions,
    canLocate: can.location,
    canIntroduce: can.contacts,
  }
}

function refusalTo(contact: Contact) {
  if (contact.isAnonymised || !contact.address) return 'unreachable'
  return covers(contact.accepts, 'own_interviews') ? null : 'declined'
}

const nothing = (writing: Writing): Composer => ({
  writing,
  closesAt: null,
  canQuote: false,
  media: [],
  canReact: false,
  canLocate: false,
  canIntroduce: false,
})

/** What is said instead of the field, or when a text comes all the same. */
export const WHY_NOT: Record<Exclude<Writing, 'free'>, string> = {
  template:
    'As 24 horas desde a última mensagem da pessoa passaram: o WhatsApp só aceita um modelo aprovado agora.',
  declined:
    'A pessoa pediu para não receber mensagens. Avise de outra forma; se ela escrever VOLTAR, a conversa se abre de novo.',
  unreachable: 'Este contato não tem mais número de WhatsApp: não há para onde escrever.',
  retired: 'Este número nosso não envia mais. Escreva à pessoa por outro número ou por outro meio.',
}
