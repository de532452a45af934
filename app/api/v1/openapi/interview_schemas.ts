import {
  answer,
  choice,
  input,
  instant,
  list,
  number,
  orNull,
  page,
  ref,
  text,
  truth,
} from '#api/v1/openapi/words'
import { LARGEST_BATCH } from '#api/v1/validators/batch_validator'
import { INTERVIEW_STATUSES, INTERVIEW_TYPES } from '#interviews/interview_status'
import { MESSAGE_STATUSES } from '#messages/message_status'

const title = text('Título, como a pessoa o lê.', {
  minLength: 1,
  maxLength: 120,
  examples: ['Entrevista técnica'],
})
const type = choice(INTERVIEW_TYPES, 'Presencial, por vídeo ou por telefone.', {
  examples: ['onsite'],
})
const zone = text('Fuso IANA da entrevista. Padrão: o da empresa.', {
  examples: ['America/Sao_Paulo'],
})
const duration = number('Duração em minutos.', { minimum: 5, maximum: 1440, examples: [60] })

const details = {
  location: orNull(text('Endereço.', { maxLength: 300, examples: ['Rua do Exemplo, 100'] })),
  meeting_url: orNull(text('Link da chamada (http ou https).', { maxLength: 500 })),
  description: orNull(text('Informações adicionais; vão na mensagem.', { maxLength: 4000 })),
  internal_notes: orNull(text('Só a equipe vê; mudar não avisa ninguém.', { maxLength: 4000 })),
  job_opening_id: orNull(number('Vaga.')),
  round_id: orNull(number('Etapa.')),
  interviewer_ids: list(number('Usuário.'), { maxItems: 20, description: 'A banca.' }),
}

const when = {
  starts_at: instant('Início com fuso; ou use `scheduled_date` e `scheduled_time`.', {
    examples: ['2026-12-01T14:00:00-03:00'],
  }),
  scheduled_date: text('Data local, em `time_zone`.', { examples: ['2026-12-01'] }),
  scheduled_time: text('Horário local, em `time_zone`.', { examples: ['14:00'] }),
  time_zone: zone,
}

export const interviewSchemas = {
  Interview: answer('Uma entrevista marcada.', {
    id: number('Identificador.', { examples: [1] }),
    candidate_id: number('Contato.', { examples: [7] }),
    candidate_name: text('Nome do contato.', { examples: ['Ana Exemplo'] }),
    candidate_phone: orNull(text('E.164.', { examples: ['+5511900000001'] })),
    title,
    interview_type: type,
    status: choice(INTERVIEW_STATUSES, 'Situação.', { examples: ['scheduled'] }),
    revision: number('Sobe a cada mudança que a pessoa pode ler.', { examples: [1] }),
    starts_at: instant('Início, em UTC.', { examples: ['2026-12-01T17:00:00.000Z'] }),
    time_zone: zone,
    scheduled_date: text('Data no fuso da entrevista.', { examples: ['2026-12-01'] }),
    scheduled_time: text('Horário no fuso da entrevista.', { examples: ['14:00:00'] }),
    duration_minutes: duration,
    ...details,
    whatsapp_sent: truth('O WhatsApp aceitou o aviso mais recente.'),
    whatsapp_message_sid: orNull(text('Identificador do aviso no provedor.')),
    whatsapp_sent_at: orNull(instant('Quando o aviso saiu.')),
    whatsapp_status: orNull(choice(MESSAGE_STATUSES, 'Situação do aviso mais recente.')),
    next_reminder_at: orNull(instant('Próximo lembrete.')),
    reminder_sent_at: orNull(instant('Quando o primeiro lembrete saiu.')),
    created_at: instant('Criação.'),
    updated_at: instant('Última alteração.'),
  }),
  InterviewPage: page('Interview'),
  Booking: input(
    'Quem (`candidate_id` ou `candidate`), o quê e quando (`starts_at`, ou data e horário).',
    ['title', 'interview_type'],
    {
      candidate_id: number('Contato que já existe.', { examples: [7] }),
      candidate: {
        ...ref('NewContact'),
        description:
          'Encontrado por `external_id`, depois pelo número; se não existir, é criado. Encontrado por `external_id`, passa a ter o `phone` enviado. Em vez de `candidate_id`.',
      },
      title,
      interview_type: type,
      ...when,
      duration_minutes: duration,
      ...details,
    }
  ),
  InterviewChanges: input('Só o que muda.', [], {
    title,
    interview_type: type,
    ...when,
    duration_minutes: duration,
    ...details,
    revision: number('A revisão que você leu: se outra pessoa mudou antes, a resposta é 409.'),
  }),
  Cancellation: input('O motivo fica no histórico; a pessoa não o lê.', [], {
    reason: orNull(text('Motivo.', { maxLength: 500, examples: ['Vaga congelada'] })),
  }),
  Batch: input('Entrevistas a marcar, cada uma como em `POST /interviews`.', ['interviews'], {
    interviews: list(ref('Booking'), { minItems: 1, maxItems: LARGEST_BATCH }),
  }),
  BatchResults: answer('Um resultado por entrevista, na ordem do pedido.', {
    results: list({
      type: 'object',
      properties: {
        index: number('Posição no pedido, a partir de 0.'),
        status: number('201, ou o status da recusa.'),
        interview: ref('Interview'),
        problem: ref('Problem'),
      },
      required: ['index', 'status'],
      additionalProperties: false,
    }),
  }),
}
