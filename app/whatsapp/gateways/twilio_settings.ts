import type { Secret } from '@adonisjs/core/helpers'
import type { ConnectionSettings } from '#whatsapp/gateways/keep_alive_client'

export interface TwilioSettings extends ConnectionSettings {
  /** `AC` and 32 hexadecimal digits. */
  accountSid?: string
  authToken?: Secret<string>
  /** E.164 of the WhatsApp sender, with or without `whatsapp:`. */
  from?: string
  /** Where the API answers, without a trailing slash; absent for Twilio itself. */
  baseUrl?: string
  /** Changed in *Configurações › Números* while it runs; otherwise in the environment. */
  isEditable?: boolean
  /** Public origin of this application, without a trailing slash: where status callbacks go. */
  publicUrl: string
}

export const SANDBOX_SENDER = '+14155238886'

const ACCOUNT_SID = /^AC[0-9a-f]{32}$/i
const E164 = /^\+[1-9]\d{6,14}$/
/** Names without a dot, private and loopback addresses, and what Twilio calls malformed: a `_`. */
const UNREACHABLE_HOST =
  /^[^.]+$|_|\.local(?:host)?$|^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^\[/

/** What each setting must be, for the person who is to provide it. */
export const SETTING_HINTS: Record<string, string> = {
  TWILIO_ACCOUNT_SID:
    'começa com AC e tem 34 caracteres; está na página inicial do console do Twilio',
  TWILIO_AUTH_TOKEN: 'está ao lado do Account SID no console do Twilio',
  TWILIO_WHATSAPP_FROM: `o número remetente com + e país; no sandbox do Twilio é ${SANDBOX_SENDER}`,
}

/** Environment variables without which, or with whose present value, nothing can be sent. */
export function unusableSettings({ accountSid, authToken, from }: TwilioSettings): string[] {
  return [
    ...(ACCOUNT_SID.test(accountSid ?? '') ? [] : ['TWILIO_ACCOUNT_SID']),
    ...(authToken?.release() ? [] : ['TWILIO_AUTH_TOKEN']),
    ...(E164.test(senderOf(from)) ? [] : ['TWILIO_WHATSAPP_FROM']),
  ]
}

export function senderOf(from = '') {
  return from.replace(/^whatsapp:/, '').replace(/[\s()-]/g, '')
}

/** A number everybody shares; who has joined it may be written to. */
export const isSandbox = ({ from }: TwilioSettings) => senderOf(from) === SANDBOX_SENDER

/**
 * Twilio refuses a message whose callback address it cannot reach; better no receipts than no message. A local
 * server that plays Twilio can reach everything.
 */
export function canCallBack({ baseUrl, publicUrl }: TwilioSettings) {
  return baseUrl !== undefined || !UNREACHABLE_HOST.test(new URL(publicUrl).hostname)
}
