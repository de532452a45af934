import type { Operation } from '#api/v1/openapi/operation'

const tag = 'Números'

/** For administrators. */
export const senderOperations = (paging: NonNullable<Operation['query']>): Operation[] => [
  {
    tag,
    method: 'get',
    path: '/senders',
    summary: 'Listar números',
    description: 'Só para administradores, como tudo aqui.',
    query: paging,
    success: [200, 'SenderPage'],
  },
  {
    tag,
    method: 'post',
    path: '/senders',
    summary: 'Cadastrar um número',
    description: 'Os dados de acesso são guardados cifrados; os secretos não são devolvidos.',
    body: 'NewSender',
    success: [201, 'Sender'],
    creates: true,
  },
  {
    tag,
    method: 'get',
    path: '/senders/:id',
    summary: 'Ver um número',
    success: [200, 'Sender'],
  },
  {
    tag,
    method: 'patch',
    path: '/senders/:id',
    summary: 'Alterar um número',
    description: 'Vale na hora, em todos os processos, sem reiniciar nada.',
    body: 'SenderChanges',
    success: [200, 'Sender'],
    refusals: { 409: 'O número vem do ambiente ou está aposentado.' },
  },
  {
    tag,
    method: 'delete',
    path: '/senders/:id',
    summary: 'Aposentar um número',
    description: 'Ele não envia mais; o que esperava por ele sai do padrão. O histórico fica.',
    success: [204],
    refusals: { 409: 'É o número padrão, ou vem do ambiente.' },
  },
]
