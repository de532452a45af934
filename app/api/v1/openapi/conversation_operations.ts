import { query, type Operation } from '#api/v1/openapi/operation'
import { choice, number, text } from '#api/v1/openapi/words'
import { CONVERSATION_STATUSES } from '#messages/models/conversation'
import { paging } from '#api/v1/openapi/paging'

export const conversations: Operation[] = [
  {
    tag: 'Conversas',
    method: 'get',
    path: '/conversations',
    summary: 'Listar conversas',
    description: 'Da que se moveu por último à mais antiga.',
    query: [
      ...paging,
      query('status', choice(CONVERSATION_STATUSES, 'Situação.')),
      query('assignee_id', number('Responsável.')),
      query('team_id', number('Equipe.')),
      query('contact_id', number('Contato.')),
      query('sender', text('Nosso número, pelo nome.')),
    ],
    success: [200, 'ConversationPage'],
  },
  {
    tag: 'Conversas',
    method: 'get',
    path: '/conversations/:id',
    summary: 'Ver uma conversa',
    success: [200, 'Conversation'],
  },
  {
    tag: 'Conversas',
    method: 'get',
    path: '/conversations/:id/messages',
    summary: 'Listar as mensagens de uma conversa',
    description: 'Enviadas e recebidas, da mais nova à mais antiga.',
    query: paging,
    success: [200, 'MessagePage'],
  },
  {
    tag: 'Conversas',
    method: 'post',
    path: '/conversations/:id/messages',
    summary: 'Escrever à pessoa',
    description:
      'Leva um de `text`, `location`, `contacts` e `reaction`; o que o número não envia é recusado com 422. Um texto sai agora ou em `send_at`. Uma reação não conta como resposta. Fora das 24 horas o WhatsApp não aceita texto livre: a resposta é 422.',
    body: 'NewMessage',
    success: [201, 'Message'],
    refusals: { 409: 'Outra pessoa da equipe respondeu depois de `last_seen_message_id`.' },
    waits: true,
    creates: true,
  },
  {
    tag: 'Conversas',
    method: 'put',
    path: '/conversations/:id/assignee',
    summary: 'Passar a uma pessoa ou a uma equipe',
    body: 'Assignment',
    success: [200, 'Conversation'],
  },
  {
    tag: 'Conversas',
    method: 'put',
    path: '/conversations/:id/status',
    summary: 'Abrir, adiar ou resolver',
    body: 'StatusChange',
    success: [200, 'Conversation'],
  },
  {
    tag: 'Conversas',
    method: 'get',
    path: '/conversations/:id/notes',
    summary: 'Listar as notas internas',
    description: 'Da mais nova à mais antiga.',
    query: paging,
    success: [200, 'NotePage'],
  },
  {
    tag: 'Conversas',
    method: 'post',
    path: '/conversations/:id/notes',
    summary: 'Escrever uma nota interna',
    body: 'NewNote',
    success: [201, 'Note'],
  },
  {
    tag: 'Conversas',
    method: 'get',
    path: '/teams',
    summary: 'Listar equipes',
    success: [200, 'TeamPage'],
  },
]

export const consents: Operation[] = [
  {
    tag: 'Contatos',
    method: 'get',
    path: '/contacts/:id/consent',
    summary: 'Ver o que a pessoa aceita receber',
    success: [200, 'Consent'],
  },
  {
    tag: 'Contatos',
    method: 'put',
    path: '/contacts/:id/consent',
    summary: 'Registrar o que a pessoa aceita receber',
    body: 'ConsentChange',
    success: [200, 'Consent'],
    refusals: { 409: 'O contato foi anonimizado.' },
  },
]
