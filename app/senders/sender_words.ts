import type { Meaning } from '#core/pages/marks'
import type Sender from '#messages/models/sender'
import { PROVIDERS, type Provider } from '#whatsapp/gateways/gateway'
import { ENVIRONMENT_SENDER } from '#senders/environment_sender'
import whatsapp from '#whatsapp/services/main'

export const PROVIDER_NAMES: Record<Provider, string> = {
  twilio: 'Twilio',
  cloud_api: 'Meta (Cloud API)',
  chat_app: 'ChatApp',
}

const NOTES: Record<Provider, string> = {
  twilio: 'Um número do Twilio, o sandbox inclusive.',
  cloud_api: 'Direto na Meta, com um app e uma conta do WhatsApp Business.',
  chat_app: 'Uma licença da ChatApp, oficial ou por aparelho conectado.',
}

export const PROVIDER_CHOICES = PROVIDERS.map((provider) => ({
  provider,
  name: PROVIDER_NAMES[provider],
  note: NOTES[provider],
}))

export const SENDER_STATES = [
  'open',
  'held',
  'blocked',
  'paused',
  'retired',
  'not_configured',
] as const satisfies readonly (Sender['state'] | 'not_configured')[]
export type LaneState = (typeof SENDER_STATES)[number]

export const STATE_MARKS: Record<LaneState, { meaning?: Meaning; text: string }> = {
  open: { meaning: 'done', text: 'Aberto' },
  held: { meaning: 'waiting', text: 'Segurando' },
  blocked: { meaning: 'failed', text: 'Bloqueado pelo provedor' },
  paused: { meaning: 'attention', text: 'Pausado' },
  retired: { text: 'Aposentado' },
  not_configured: { meaning: 'attention', text: 'Não configurado' },
}

/** What people call it. */
export const labelOf = ({ label }: Pick<Sender, 'label'>) => label ?? 'Twilio'

/** Why it cannot send: environment variables, or names of settings; empty when it can. */
export const missingOf = (name: string) => whatsapp.use(name).missingSettings

/** Who cannot send for want of settings: the default one, and those that somebody configured here. */
export const unreadySenders = () =>
  whatsapp.senders.filter(
    (name) =>
      missingOf(name).length > 0 && (name === whatsapp.defaultSender || name !== ENVIRONMENT_SENDER)
  )

/** *TWILIO_AUTH_TOKEN*, or *os dados de acesso* */
export const missingWords = (name: string) =>
  name === ENVIRONMENT_SENDER ? missingOf(name) : ['os dados de acesso']

export function stateOf(sender: Sender): LaneState {
  if (sender.isRetired) return 'retired'
  return missingOf(sender.name).length > 0 ? 'not_configured' : sender.state
}
