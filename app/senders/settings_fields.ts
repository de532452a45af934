import { MESSENGER_TYPES, type SettingsOf } from '#whatsapp/sender_account'
import type { Provider } from '#whatsapp/gateways/gateway'

export interface SettingField {
  name: string
  label: string
  /** Where it is found, or what it must be. */
  help: string
  /** Stored sealed like the others, and never shown again. */
  isSecret?: boolean
  isOptional?: boolean
  options?: { value: string; label: string }[]
  placeholder?: string
  /** What stands there when nothing was chosen yet. */
  value?: string
}

const API_BASE_URL: SettingField = {
  name: 'api_base_url',
  label: 'Endereço da API',
  help: 'Só se as chamadas passam por um servidor próprio. Em branco, o endereço do provedor.',
  isOptional: true,
  placeholder: 'https://',
}

const MESSENGERS: Record<(typeof MESSENGER_TYPES)[number], string> = {
  caWhatsApp: 'WhatsApp oficial (caWhatsApp)',
  grWhatsApp: 'WhatsApp Web, não oficial (grWhatsApp)',
}

/** What the form asks for, in its order. */
export const SETTING_FIELDS: Record<Provider, SettingField[]> = {
  twilio: [
    {
      name: 'from',
      label: 'Número remetente',
      help: 'Com + e país, como está em Messaging › Senders › WhatsApp senders no console do Twilio.',
      placeholder: '+55 11 4000-0000',
    },
    {
      name: 'account_sid',
      label: 'Account SID',
      help: 'Começa com AC e tem 34 caracteres; está na página inicial do console do Twilio.',
    },
    {
      name: 'auth_token',
      label: 'Auth Token',
      help: 'Está ao lado do Account SID no console do Twilio.',
      isSecret: true,
    },
    API_BASE_URL,
  ],
  cloud_api: [
    {
      name: 'phone_number_id',
      label: 'Identificação do número de telefone',
      help: 'Só números. Está em WhatsApp › Configuração da API no painel do app da Meta (Phone number ID).',
    },
    {
      name: 'waba_id',
      label: 'Identificação da conta do WhatsApp Business',
      help: 'Só números. Está na mesma página (WhatsApp Business Account ID).',
    },
    {
      name: 'access_token',
      label: 'Token de acesso',
      help: 'De um usuário do sistema, permanente. O token temporário da página vale só 24 horas.',
      isSecret: true,
    },
    {
      name: 'app_secret',
      label: 'Chave secreta do app',
      help: 'Está em Configurações do app › Básico. Com ela conferimos que os avisos vêm mesmo da Meta.',
      isSecret: true,
    },
    {
      name: 'verify_token',
      label: 'Token de verificação do webhook',
      help: 'Invente um e escreva o mesmo no painel da Meta, ao cadastrar o endereço do webhook.',
    },
    {
      name: 'graph_version',
      label: 'Versão da API',
      help: 'Mude apenas quando a Meta encerrar esta versão.',
      value: 'v26.0',
    },
    API_BASE_URL,
  ],
  chat_app: [
    {
      name: 'email',
      label: 'E-mail da conta',
      help: 'Com ele você entra na área do cliente da ChatApp.',
    },
    { name: 'password', label: 'Senha da conta', help: 'A mesma da ChatApp.', isSecret: true },
    {
      name: 'app_id',
      label: 'ID do aplicativo',
      help: 'A ChatApp informa o App ID quando libera o acesso à API.',
    },
    {
      name: 'licence_id',
      label: 'Número da licença',
      help: 'Só números. Está na lista de licenças da área do cliente.',
    },
    {
      name: 'messenger_type',
      label: 'Tipo de conexão',
      help: 'O não oficial usa um aparelho conectado; o WhatsApp pode bloquear o número.',
      options: MESSENGER_TYPES.map((value) => ({ value, label: MESSENGERS[value] })),
      value: 'caWhatsApp',
    },
    {
      name: 'messages_per_minute',
      label: 'Mensagens por minuto',
      help: 'Em branco, 10 no WhatsApp não oficial, que é bloqueado quando tem pressa; no oficial, sem este limite.',
      isOptional: true,
      placeholder: '10',
    },
    API_BASE_URL,
  ],
}

const SECRETS = new Set(
  Object.values(SETTING_FIELDS).flatMap((fields) =>
    fields.filter(({ isSecret }) => isSecret).map(({ name }) => name)
  )
)

export const isSecret = (name: string) => SECRETS.has(name)

/** What may be shown of settings. */
export const withoutSecrets = (settings: SettingsOf[Provider]): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !isSecret(name)))

/** What is not given stays as it was, or takes its usual value; an optional one that was emptied goes. */
export function completed<P extends Provider>(provider: P, given: object, known: object = {}) {
  const usual = SETTING_FIELDS[provider].flatMap(({ name, value }) =>
    value ? [[name, value]] : []
  )
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const all = { ...Object.fromEntries(usual), ...known, ...Object.fromEntries(told) }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null)
  ) as unknown as SettingsOf[P]
}
