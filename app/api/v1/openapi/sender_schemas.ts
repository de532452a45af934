import {
  answer,
  choice,
  input,
  instant,
  number,
  orNull,
  page,
  text,
  truth,
} from '#api/v1/openapi/words'
import type { Schema } from '#api/v1/openapi/words'
import { SENDER_STATES } from '#senders/sender_words'
import { MOST_MESSAGES_PER_SECOND } from '#messages/models/sender'
import { PROVIDERS } from '#whatsapp/gateways/gateway'

const label = text('Como a equipe chama o número.', {
  minLength: 1,
  maxLength: 60,
  examples: ['Recrutamento'],
})
const ownNumber = orNull(
  text('E.164; `null` enquanto não se conhece. No Twilio vem de `settings.from`.', {
    maxLength: 40,
    examples: ['+551140000000'],
  })
)
const provider = choice(PROVIDERS, 'Provedor.', { examples: ['twilio'] })
const perSecond = number('Quantas mensagens por segundo, no máximo.', {
  minimum: 1,
  maximum: MOST_MESSAGES_PER_SECOND,
})

const settings = (description: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: { type: 'string' },
})

const ACCESS =
  'Dados de acesso. `twilio`: `from`, `account_sid`, `auth_token`. `cloud_api`: `phone_number_id`, `waba_id`, `access_token`, `app_secret`, `verify_token`, `graph_version` (padrão `v26.0`). `chat_app`: `email`, `password`, `app_id`, `licence_id`, `messenger_type` (`caWhatsApp` ou `grWhatsApp`), `messages_per_minute` (opcional). Para todos, `api_base_url` é opcional.'

export const senderSchemas = {
  Sender: answer('Um número de onde saem mensagens.', {
    id: number('Identificador.', { examples: [1] }),
    name: text('Nome interno, estável.', { examples: ['twilio'] }),
    provider,
    label,
    number: ownNumber,
    state: choice(SENDER_STATES, 'Situação.'),
    is_default: truth('Dele saem avisos e lembretes.'),
    messages_per_second: perSecond,
    settings: orNull(
      settings('Dados de acesso sem os secretos; `null` quando vêm do ambiente (`.env`).')
    ),
    held_until: orNull(instant('Até quando o provedor pediu calma.')),
    retired_at: orNull(instant('Desde quando não envia mais.')),
    configured_at: orNull(instant('Última mudança dos dados de acesso.')),
    created_at: instant('Criação.'),
    updated_at: instant('Última alteração.'),
  }),
  SenderPage: page('Sender'),
  NewSender: input('Um número novo.', ['provider', 'label', 'settings'], {
    provider,
    label,
    number: ownNumber,
    is_default: truth('Se passa a ser o padrão.'),
    messages_per_second: perSecond,
    settings: settings(`${ACCESS} Os secretos não são devolvidos.`),
  }),
  SenderChanges: input('Só o que muda.', [], {
    label,
    number: ownNumber,
    is_default: truth('`true` o torna o padrão; para tirar, torne outro o padrão.'),
    messages_per_second: perSecond,
    settings: settings(`${ACCESS} O que faltar continua como está.`),
  }),
}
