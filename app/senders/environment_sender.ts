import type { SenderEntry } from '#senders/sender_directory'
import env from '#start/env'
import { senderOf } from '#whatsapp/gateways/twilio_settings'

/** The sender of `config/whatsapp.ts`: its settings are the environment's, its row holds only its state. */
export const ENVIRONMENT_SENDER = 'twilio'

/** E.164; null while there is none. */
export const environmentNumber = () => senderOf(env.get('TWILIO_WHATSAPP_FROM')) || null

/** None while the environment names no account. */
export function environmentSender(): SenderEntry<'twilio'>[] {
  const accountSid = env.get('TWILIO_ACCOUNT_SID')
  const authToken = env.get('TWILIO_AUTH_TOKEN')?.release()
  if (!accountSid || !authToken) return []
  const number = environmentNumber()
  return [
    {
      name: ENVIRONMENT_SENDER,
      provider: 'twilio',
      label: 'Twilio',
      number,
      settings: { account_sid: accountSid, auth_token: authToken, from: number ?? '' },
      webhookKey: null,
      isRetired: false,
    },
  ]
}
