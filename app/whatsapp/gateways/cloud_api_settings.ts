import type { Secret } from '@adonisjs/core/helpers'
import type { ConnectionSettings } from '#whatsapp/gateways/keep_alive_client'

export interface CloudApiSettings extends ConnectionSettings {
  /** Meta's id of our number: digits, not the number itself. */
  phoneNumberId?: string
  /** WhatsApp Business Account; templates belong to it. */
  wabaId?: string
  accessToken?: Secret<string>
  /** As `v26.0`. */
  version?: string
  /** Where the Graph API answers, without a trailing slash; absent for Meta itself. */
  baseUrl?: string
}

export const GRAPH_URL = 'https://graph.facebook.com'
export const GRAPH_VERSION = 'v26.0'

const ID = /^\d{5,20}$/
const VERSION = /^v\d{1,3}\.\d{1,2}$/

/** What each setting must be, for the person who is to provide it. */
const HINTS: Record<string, string> = {
  phone_number_id: 'ID do número de telefone',
  waba_id: 'ID da conta do WhatsApp Business',
  access_token: 'token de acesso permanente',
  version: 'versão da API, como v26.0',
}

export const hintOf = (setting: string) => HINTS[setting] ?? setting

/** Settings without which, or with whose present value, nothing can be sent. */
export function unusableSettings(settings: CloudApiSettings): string[] {
  const { phoneNumberId, wabaId, accessToken, version = GRAPH_VERSION } = settings
  return [
    ...(ID.test(phoneNumberId ?? '') ? [] : ['phone_number_id']),
    ...(ID.test(wabaId ?? '') ? [] : ['waba_id']),
    ...(accessToken?.release() ? [] : ['access_token']),
    ...(VERSION.test(version) ? [] : ['version']),
  ]
}

/** `https://graph.facebook.com/v26.0` */
export const graphRoot = ({ baseUrl = GRAPH_URL, version = GRAPH_VERSION }: CloudApiSettings) =>
  `${baseUrl.replace(/\/$/, '')}/${version}`
