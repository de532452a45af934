export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'unconfirmed',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'expired',
  'superseded',
  'canceled',
  'received',
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export const MESSAGE_STATUS_LABELS: Record<MessageStatus, string> = {
  queued: 'Na fila',
  sending: 'Enviando',
  unconfirmed: 'Sem confirmação',
  accepted: 'Aceita',
  sent: 'Enviada',
  delivered: 'Entregue',
  read: 'Lida',
  failed: 'Falhou',
  expired: 'Expirou',
  superseded: 'Substituída',
  canceled: 'Descartada',
  received: 'Recebida',
}

/** The provider has it, or may have it: the person was told, as far as we know. */
export const TOLD: MessageStatus[] = [
  'sending',
  'unconfirmed',
  'accepted',
  'sent',
  'delivered',
  'read',
]

/** Ends from which a person may ask for another try. */
const RESENDABLE: MessageStatus[] = ['failed', 'expired', 'canceled', 'unconfirmed']

export const isTold = (status: MessageStatus) => TOLD.includes(status)
export const isResendable = (status: MessageStatus) => RESENDABLE.includes(status)

/** How far a provider's word has brought a message; everything before its word is 0. */
const RANKS: Partial<Record<MessageStatus, number>> = {
  accepted: 1,
  sent: 2,
  delivered: 3,
  read: 4,
}
const DELIVERED_RANK = 3

export type ReceiptStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'

/**
 * Callbacks come late, twice and out of order: a status never moves backwards, a failure never undoes a delivery, and
 * a late delivery does undo a failure.
 */
export function advances(current: MessageStatus, reported: ReceiptStatus) {
  const rank = RANKS[current] ?? 0
  if (reported === 'failed') return current !== 'failed' && rank < DELIVERED_RANK
  if (current === 'failed') return RANKS[reported]! >= DELIVERED_RANK
  return RANKS[reported]! > rank
}
