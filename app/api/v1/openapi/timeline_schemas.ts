import { answer, choice, instant, list, number, orNull, text, truth } from '#api/v1/openapi/words'
import { EVENT_KINDS } from '#interviews/interview_change'
import { MESSAGE_STATUSES } from '#messages/message_status'
import { MESSAGE_KINDS } from '#messages/models/message'

const change = {
  type: 'object',
  properties: { from: {}, to: {} },
  required: ['from', 'to'],
  additionalProperties: false,
}

const message = answer('A mensagem, enviada ou planejada.', {
  id: orNull(number('`null` enquanto só está planejada.')),
  status: choice([...MESSAGE_STATUSES, 'planned'], 'Situação.'),
  reason: orNull(text('Por que está assim.')),
  explanation: orNull(text('O mesmo, em português.')),
  body: orNull(text('Texto; `null` enquanto só está planejada.')),
  sid: orNull(text('Identificador no provedor.')),
  send_at: orNull(instant('Quando sai.')),
  sent_at: orNull(instant('Quando saiu.')),
  delivered_at: orNull(instant('Quando chegou.')),
  read_at: orNull(instant('Quando foi lida.')),
})

export const timelineSchemas = {
  TimelineEntry: answer('Algo que aconteceu, ou uma mensagem sobre a entrevista.', {
    kind: choice([...EVENT_KINDS, ...MESSAGE_KINDS], 'O que aconteceu, ou o tipo da mensagem.'),
    at: instant('Quando.'),
    actor: orNull(
      answer('Quem; `null` para o sistema e as mensagens.', {
        id: number('Usuário.'),
        name: text('Nome.'),
      })
    ),
    by_candidate: truth('A própria pessoa fez isso, ao responder ou na página do link.'),
    changes: {
      type: 'object',
      description: 'Campos que mudaram, cada um com `from` e `to`.',
      additionalProperties: change,
    },
    reason: orNull(text('Motivo que a pessoa escreveu ao cancelar.')),
    message: orNull(message),
  }),
  Timeline: answer('Do mais antigo ao que ainda virá.', {
    data: list({ $ref: '#/components/schemas/TimelineEntry' }),
  }),
}
