import { COUNTED_AT_MOST } from '#messages/queue_counts'
import type { MessageKind } from '#messages/models/message'

const TEMPLATE_NAMES: Record<string, string> = {
  interview_scheduled: 'Aviso de agendamento',
  interview_rescheduled: 'Aviso de nova data',
  interview_updated: 'Aviso de mudança',
  interview_cancelled: 'Aviso de cancelamento',
}

const KIND_NAMES: Record<MessageKind, string> = {
  notice: 'Aviso',
  reminder: 'Lembrete',
  test: 'Mensagem de teste',
  text: 'Mensagem',
  reply: 'Mensagem',
  auto_reply: 'Resposta automática',
}

/** What a message is, in two words. */
export const messageName = (kind: MessageKind, templateKey: string | null) =>
  (templateKey && TEMPLATE_NAMES[templateKey]) || KIND_NAMES[kind]

/** A count that stopped somewhere, as people say it: *1.250*, *10.000 ou mais*. */
export const countText = (count: number) =>
  count.toLocaleString('pt-BR') + (count >= COUNTED_AT_MOST ? ' ou mais' : '')
