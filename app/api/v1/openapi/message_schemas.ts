import { answer, choice, instant, number, orNull, page, text } from '#api/v1/openapi/words'
import { MESSAGE_STATUSES } from '#messages/message_status'
import { MESSAGE_DIRECTIONS, MESSAGE_KINDS } from '#messages/models/message'

export const messageSchemas = {
  Message: answer('Um texto de WhatsApp, enviado ou recebido.', {
    id: number('Identificador.', { examples: [31] }),
    contact_id: orNull(number('Contato.')),
    interview_id: orNull(number('Entrevista.')),
    direction: choice(MESSAGE_DIRECTIONS, 'Enviada ou recebida.'),
    kind: choice(MESSAGE_KINDS, 'Aviso, lembrete, teste ou texto livre.'),
    template_key: orNull(text('Modelo usado.')),
    status: choice(MESSAGE_STATUSES, 'Situação.'),
    reason: orNull(text('Por que está assim.')),
    explanation: orNull(text('O mesmo, em português.')),
    error_code: orNull(text('Código do provedor.')),
    address: text('Endereço no WhatsApp.'),
    body: text('Texto.'),
    sid: orNull(text('Identificador no provedor.')),
    attempts: number('Tentativas de envio.'),
    send_at: orNull(instant('Quando sai.')),
    sent_at: orNull(instant('Quando saiu.')),
    delivered_at: orNull(instant('Quando chegou.')),
    read_at: orNull(instant('Quando foi lida.')),
    failed_at: orNull(instant('Quando falhou.')),
    created_at: instant('Criação.'),
    updated_at: instant('Última alteração.'),
  }),
  MessagePage: page('Message'),
}
