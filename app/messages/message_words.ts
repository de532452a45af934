import type Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'

const TEMPLATE_NAMES: Record<string, string> = {
  interview_scheduled: 'Aviso de agendamento',
  interview_rescheduled: 'Aviso de nova data',
  interview_updated: 'Aviso de mudança',
  interview_cancelled: 'Aviso de cancelamento',
  interview_reminder: 'Lembrete',
}

/** What a message is, in two words. */
export const messageName = ({ kind, templateKey }: Message) =>
  (templateKey && TEMPLATE_NAMES[templateKey]) || (kind === 'test' ? 'Mensagem de teste' : 'Mensagem')

/** Why it is where it is, and what the provider said about it. */
export function messageStory(message: Message) {
  const { errorCode, explanation, sender } = message
  const said = errorCode && message.status !== 'superseded' ? whatsapp.use(sender).explain(errorCode) : null
  return [explanation, said].filter(Boolean).join(' ')
}
