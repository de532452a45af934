/**
 * Why a message is where it is, in words a recruiter can act on. Provider codes are explained by `whatsapp`.
 */
export const REASONS = {
  interview_changed: 'A entrevista mudou antes do envio; outra mensagem a substituiu.',
  interview_cancelled: 'A entrevista foi cancelada antes do envio.',
  interview_over: 'A entrevista foi encerrada antes do envio.',
  interview_started: 'A entrevista começou antes que fosse possível enviar.',
  too_late: 'Não foi possível enviar a tempo de ainda ser útil.',
  contact_without_phone: 'O contato não tem número de WhatsApp.',
  contact_anonymised: 'O contato foi anonimizado antes do envio.',
  contact_declined: 'A pessoa pediu para não receber mensagens: avise de outra forma.',
  needs_template:
    'A janela de 24 horas está fechada: o WhatsApp só aceita texto livre até 24 horas depois da última mensagem da pessoa, e este número não tem modelo aprovado para este texto. Peça a aprovação em Configurações › Modelos e reenvie, ou avise de outra forma.',
  daily_cap:
    'Esta pessoa já recebeu o máximo de mensagens em 24 horas (Configurações › Empresa): só sai quando houver lugar, se ainda for útil.',
  rejected: 'O WhatsApp recusou esta mensagem.',
  not_delivered:
    'O provedor aceitou a mensagem, mas não conseguiu entregá-la agora. Reenvie mais tarde.',
  sender_blocked: 'O provedor recusou nosso número ou nossa conta. Veja Configurações › Números.',
  throttled: 'O provedor pediu para ir mais devagar; tentaremos de novo sozinhos.',
  not_sent: 'Sem conexão com o provedor; tentaremos de novo sozinhos.',
  other_form: 'O WhatsApp não achou este número; vai de novo, com o nono dígito a mais ou a menos.',
  quiet_hours: 'Horário de silêncio: sai quando ele terminar.',
  unconfirmed:
    'O provedor não confirmou se recebeu. Estamos procurando; não reenviamos às cegas para não repetir.',
  needs_person:
    'Não foi possível saber se a mensagem chegou. Pergunte à pessoa e escolha: marcar como enviada ou reenviar.',
  marked_as_sent: 'Marcada como enviada por uma pessoa.',
  person_wrote_first: 'A pessoa escreveu antes da hora agendada; a mensagem não saiu.',
  canceled_by_person: 'O envio agendado foi cancelado por uma pessoa da equipe.',
  resent_by_person: 'Reenviada por uma pessoa em outra mensagem.',
} as const

export type Reason = keyof typeof REASONS

const PROVIDERS_WORDS: Reason[] = [
  'rejected',
  'needs_template',
  'sender_blocked',
  'throttled',
  'not_sent',
]

/** The provider gave a code, which says more than the reason itself. */
export const isProvidersWord = (reason: Reason) => PROVIDERS_WORDS.includes(reason)
