import type { Secret } from '@adonisjs/core/helpers'
import { createHash } from 'node:crypto'
import type { ConnectionSettings } from '#whatsapp/gateways/keep_alive_client'

/** `grWhatsApp` is a phone's WhatsApp, tied by ChatApp in its own way; `caWhatsApp` is Meta's Cloud API behind ChatApp. */
export const CHAT_APP_MESSENGERS = ['grWhatsApp', 'caWhatsApp'] as const
export type ChatAppMessenger = (typeof CHAT_APP_MESSENGERS)[number]

export interface ChatAppSettings extends ConnectionSettings {
  /** Of the account in the ChatApp cabinet. */
  email?: string
  password?: Secret<string>
  /** From *Integrations › API* of the cabinet. */
  appId?: string
  /** Digits. */
  licenceId?: string
  messenger: ChatAppMessenger
  /** Where the API answers, without `/v1` and without a slash at the end; absent for ChatApp itself. */
  baseUrl?: string
  /** Public origin of this application, without a slash at the end. */
  publicUrl: string
  /** The secret part of the address ChatApp calls; null: it is not called. */
  webhookKey?: string | null
  /** How many may leave in a minute. Default: ten of `grWhatsApp`, which gets numbers banned that hurry; else no limit. */
  messagesPerMinute?: number
}

export const CHAT_APP = 'https://api.chatapp.online'

const CAREFUL_PER_MINUTE = 10

/** What each setting must be, for the person who is to provide it. */
export const CHAT_APP_HINTS: Record<string, string> = {
  email: 'o e-mail com que se entra no painel do ChatApp',
  password: 'a senha dessa conta do ChatApp',
  app_id: 'o appId mostrado no painel do ChatApp, na página da API',
  licence_id: 'o número da licença, só dígitos, como aparece no painel do ChatApp',
}

/** Settings without which, or with whose present value, nothing can be sent. */
export function unusableChatAppSettings(settings: ChatAppSettings): string[] {
  const { email, password, appId, licenceId } = settings
  return [
    ...(/^\S+@\S+$/.test(email ?? '') ? [] : ['email']),
    ...(password?.release() ? [] : ['password']),
    ...(appId ? [] : ['app_id']),
    ...(/^\d{1,19}$/.test(licenceId ?? '') ? [] : ['licence_id']),
  ]
}

export const paceOf = ({ messenger, messagesPerMinute }: ChatAppSettings) =>
  messagesPerMinute ?? (messenger === 'grWhatsApp' ? CAREFUL_PER_MINUTE : undefined)

/** Tokens of one account are of no use to another. */
export function accountOf({ baseUrl = CHAT_APP, email, appId }: ChatAppSettings) {
  return createHash('sha256')
    .update(JSON.stringify([baseUrl, email, appId]))
    .digest('hex')
}

export function callbackAddress({ publicUrl, webhookKey }: ChatAppSettings) {
  return webhookKey ? `${publicUrl}/webhooks/chat_app/${webhookKey}` : null
}
