import {
  answer,
  choice,
  input,
  instant,
  list,
  number,
  orNull,
  page,
  text,
} from '#api/v1/openapi/words'
import { ACCEPTS } from '#contacts/consent'
import { CONVERSATION_STATUSES } from '#messages/models/conversation'

const status = choice(
  CONVERSATION_STATUSES,
  'Aberta (a pessoa espera), aguardando (esperamos a pessoa), adiada ou resolvida.'
)
const accepts = choice(ACCEPTS, 'O que a pessoa aceita receber.', { examples: ['everything'] })

const degrees = (description: string, most: number) => ({
  type: 'number',
  description,
  minimum: -most,
  maximum: most,
})

export const conversationSchemas = {
  Conversation: answer('Tudo o que se escreve com um contato por um dos nossos números.', {
    id: number('Identificador.', { examples: [5] }),
    contact_id: number('Contato.', { examples: [7] }),
    contact_name: text('Nome do contato.', { examples: ['Ana Exemplo'] }),
    contact_phone: orNull(text('E.164; `null` para quem esconde o número.')),
    sender: text('Nosso número, pelo nome em Configurações › Números.'),
    status,
    snoozed_until: orNull(instant('Quando uma adiada volta.')),
    assignee_id: orNull(number('Responsável.')),
    team_id: orNull(number('Equipe.')),
    unread_count: number('Mensagens que ninguém abriu.'),
    window_closes_at: orNull(
      instant('Fim das 24 horas de texto livre; `null` sem limite, ou se a pessoa nunca escreveu.')
    ),
    last_inbound_at: orNull(instant('Última mensagem da pessoa.')),
    last_activity_at: instant('Último movimento.'),
    created_at: instant('Criação.'),
    updated_at: instant('Última alteração.'),
  }),
  ConversationPage: page('Conversation'),
  NewMessage: input('Uma mensagem para a pessoa: um texto, um local, contatos ou uma reação.', [], {
    location: input('Um local no mapa.', ['latitude', 'longitude'], {
      latitude: degrees('Graus; negativo ao sul.', 90),
      longitude: degrees('Graus; negativo a oeste.', 180),
      name: text('Nome do lugar.', { maxLength: 100 }),
      address: text('Endereço.', { maxLength: 200 }),
    }),
    contacts: list(
      input('Um cartão de contato.', ['name', 'phones'], {
        name: text('Nome.', { minLength: 1, maxLength: 100 }),
        phones: list(text('Telefone com DDD, ou com `+` e o país.'), { minItems: 1, maxItems: 5 }),
      }),
      { minItems: 1, maxItems: 10 }
    ),
    reaction: input('Um emoji em uma mensagem que a pessoa escreveu.', ['message_id', 'emoji'], {
      message_id: number('A mensagem.'),
      emoji: orNull(text('Um só emoji; `null` retira.', { examples: ['👍'] })),
    }),
    text: text('Texto.', { minLength: 1, maxLength: 1600, examples: ['Bom dia, Ana!'] }),
    quoted_message_id: orNull(number('Mensagem da conversa a citar.')),
    last_seen_message_id: number(
      'A mensagem mais nova que quem escreve viu: se outra pessoa da equipe respondeu depois, 409.',
      { minimum: 0 }
    ),
    send_at: instant('Sai nesta hora, a não ser que a pessoa escreva antes. Sem ela, sai agora.'),
  }),
  Assignment: input('Quem cuida da conversa. O que não vier fica como está.', [], {
    assignee_id: orNull(number('Pessoa da equipe; `null`: ninguém.')),
    team_id: orNull(number('Equipe; `null`: nenhuma. Passar a uma equipe tira o responsável.')),
  }),
  StatusChange: input('A nova situação.', ['status'], {
    status,
    snoozed_until: instant('Até quando adiar; obrigatório com `snoozed`.'),
  }),
  Note: answer('Uma nota da equipe; a pessoa não a vê.', {
    id: number('Identificador.'),
    conversation_id: number('Conversa.'),
    author_id: number('Quem escreveu.'),
    author_name: text('Nome de quem escreveu.'),
    body: text('Texto.'),
    mentioned_ids: list(number('Quem foi chamado com @Nome.')),
    created_at: instant('Criação.'),
  }),
  NotePage: page('Note'),
  NewNote: input('Uma nota para a equipe.', ['body'], {
    body: text('Texto; `@Nome` chama alguém.', { minLength: 1, maxLength: 4000 }),
  }),
  Team: answer('Uma equipe que responde conversas.', {
    id: number('Identificador.'),
    name: text('Nome.'),
    member_ids: list(number('Quem faz parte.')),
  }),
  TeamPage: page('Team'),
  Consent: answer('O que a pessoa aceita receber, e como se soube.', {
    contact_id: number('Contato.'),
    accepts,
    source: orNull(
      choice(['inbound', 'recruiter', 'api'], 'Quem disse: a pessoa, alguém da equipe ou a API.')
    ),
    reason: orNull(text('O que a pessoa escreveu, ou como se soube.')),
    recorded_by_id: orNull(number('Quem registrou.')),
    decided_at: orNull(instant('Quando; `null` enquanto ninguém decidiu nada.')),
  }),
  ConsentChange: input('Uma decisão da pessoa.', ['accepts', 'reason'], {
    accepts,
    reason: text('Como você sabe; fica no histórico da pessoa.', { minLength: 1, maxLength: 500 }),
  }),
}
