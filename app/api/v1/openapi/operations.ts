import { consents, conversations } from '#api/v1/openapi/conversation_operations'
import { paging } from '#api/v1/openapi/paging'
import { query, type Operation } from '#api/v1/openapi/operation'
import { senderOperations } from '#api/v1/openapi/sender_operations'
import { choice, number, text } from '#api/v1/openapi/words'
import { INTERVIEW_STATUSES } from '#interviews/interview_status'
import { MESSAGE_STATUSES } from '#messages/message_status'
import { MESSAGE_DIRECTIONS, MESSAGE_KINDS } from '#messages/models/message'

const MOMENT = 'Data (do fuso da empresa) ou data e hora com fuso.'

const CLOSED = { 409: 'A situação da entrevista não permite.' }

const tokens: Operation[] = [
  {
    tag: 'Tokens',
    method: 'post',
    path: '/tokens',
    summary: 'Criar um token de acesso',
    description: 'Depois de cinco senhas erradas, espere quinze minutos.',
    body: 'NewToken',
    success: [201, 'Token'],
    refusals: { 401: 'E-mail ou senha não conferem.', 429: 'Tentativas demais.' },
    open: true,
  },
  {
    tag: 'Tokens',
    method: 'delete',
    path: '/tokens/current',
    summary: 'Revogar o token desta requisição',
    success: [204],
  },
]

const contacts: Operation[] = [
  {
    tag: 'Contatos',
    method: 'get',
    path: '/contacts',
    summary: 'Listar contatos',
    query: [
      ...paging,
      query('q', text('Nome, número, e-mail ou código externo; sem acentos também acha.')),
      query('external_id', text('Código externo exato.')),
      query('phone', text('Número, em qualquer forma aceita.')),
    ],
    success: [200, 'ContactPage'],
  },
  {
    tag: 'Contatos',
    method: 'post',
    path: '/contacts',
    summary: 'Criar um contato',
    body: 'NewContact',
    success: [201, 'Contact'],
    refusals: { 409: 'O número ou o código externo já é de outro contato (`contact_id`).' },
    creates: true,
  },
  {
    tag: 'Contatos',
    method: 'get',
    path: '/contacts/:id',
    summary: 'Ver um contato',
    success: [200, 'Contact'],
  },
  {
    tag: 'Contatos',
    method: 'patch',
    path: '/contacts/:id',
    summary: 'Alterar um contato',
    body: 'ContactChanges',
    success: [200, 'Contact'],
    refusals: { 409: 'O número já é de outro contato, ou este foi anonimizado.' },
  },
  {
    tag: 'Contatos',
    method: 'delete',
    path: '/contacts/:id',
    summary: 'Anonimizar um contato',
    description:
      'Apaga o que identifica a pessoa, aqui e nas mensagens; as entrevistas ficam. Não se desfaz.',
    success: [204],
  },
]

const interviews: Operation[] = [
  {
    tag: 'Entrevistas',
    method: 'get',
    path: '/interviews',
    summary: 'Listar entrevistas',
    description: 'Por início, da mais antiga à mais distante.',
    query: [
      ...paging,
      query('q', text('Título ou candidato.')),
      query('status', choice(INTERVIEW_STATUSES, 'Situação.')),
      query('candidate_id', number('Contato.')),
      query('job_opening_id', number('Vaga.')),
      query('from', text(`Início a partir de. ${MOMENT}`, { examples: ['2026-12-01'] })),
      query('to', text(`Início antes de; um dia vale inteiro. ${MOMENT}`)),
      query('updated_since', text(`Alteradas a partir de. ${MOMENT}`)),
    ],
    success: [200, 'InterviewPage'],
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews',
    summary: 'Marcar uma entrevista',
    description:
      'O aviso vai ao WhatsApp da pessoa; fora de hora, espera o horário de silêncio acabar.',
    body: 'Booking',
    success: [201, 'Interview'],
    refusals: { 409: 'O código externo ou o número já é de outro contato.' },
    waits: true,
    creates: true,
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews/bulk',
    summary: 'Marcar várias entrevistas',
    description: 'Cada uma é marcada ou recusada por si.',
    body: 'Batch',
    success: [200, 'BatchResults'],
  },
  {
    tag: 'Entrevistas',
    method: 'get',
    path: '/interviews/:id',
    summary: 'Ver uma entrevista',
    success: [200, 'Interview'],
  },
  {
    tag: 'Entrevistas',
    method: 'patch',
    path: '/interviews/:id',
    summary: 'Remarcar ou alterar uma entrevista',
    description: 'A pessoa é avisada do que pode ler; anotações internas não avisam ninguém.',
    body: 'InterviewChanges',
    success: [200, 'Interview'],
    refusals: CLOSED,
    waits: true,
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews/:id/cancellation',
    summary: 'Cancelar',
    body: 'Cancellation',
    bodyIsOptional: true,
    success: [200, 'Interview'],
    refusals: CLOSED,
    waits: true,
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews/:id/confirmation',
    summary: 'Confirmar a presença',
    success: [200, 'Interview'],
    refusals: CLOSED,
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews/:id/completion',
    summary: 'Dar por realizada',
    success: [200, 'Interview'],
    refusals: CLOSED,
  },
  {
    tag: 'Entrevistas',
    method: 'post',
    path: '/interviews/:id/no_show',
    summary: 'Registrar que não compareceu',
    success: [200, 'Interview'],
    refusals: CLOSED,
  },
  {
    tag: 'Entrevistas',
    method: 'get',
    path: '/interviews/:id/timeline',
    summary: 'Ver a linha do tempo',
    success: [200, 'Timeline'],
  },
]

const messages: Operation[] = [
  {
    tag: 'Mensagens',
    method: 'get',
    path: '/messages',
    summary: 'Listar mensagens',
    description: 'Da mais nova à mais antiga.',
    query: [
      ...paging,
      query('interview_id', number('Entrevista.')),
      query('contact_id', number('Contato.')),
      query('status', choice(MESSAGE_STATUSES, 'Situação.')),
      query('kind', choice(MESSAGE_KINDS, 'Tipo.')),
      query('direction', choice(MESSAGE_DIRECTIONS, 'Enviadas ou recebidas.')),
    ],
    success: [200, 'MessagePage'],
  },
  {
    tag: 'Mensagens',
    method: 'get',
    path: '/messages/:id',
    summary: 'Ver uma mensagem',
    success: [200, 'Message'],
  },
  {
    tag: 'Mensagens',
    method: 'post',
    path: '/messages/:id/resend',
    summary: 'Reenviar uma mensagem parada',
    description: 'A nova tentativa é outra mensagem.',
    success: [201, 'Message'],
    refusals: { 409: 'A mensagem não está parada, ou já não diz a verdade.' },
    waits: true,
    creates: true,
  },
  {
    tag: 'Mensagens',
    method: 'post',
    path: '/messages/:id/mark_as_sent',
    summary: 'Marcar como enviada',
    description:
      'Para uma mensagem `unconfirmed` que ninguém procura mais (`needs_person`), depois de perguntar à pessoa se ela chegou.',
    success: [200, 'Message'],
    refusals: { 409: 'O destino da mensagem é conhecido, ou ela ainda está sendo procurada.' },
  },
]

export const operations: Operation[] = [
  ...tokens,
  ...contacts,
  ...consents,
  ...interviews,
  ...messages,
  ...conversations,
  ...senderOperations(paging),
]
