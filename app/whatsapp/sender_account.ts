import type { Provider } from '#whatsapp/gateways/gateway'

interface Place {
  /** Where the API answers, without a slash at the end; absent: the provider itself, or the simulator in development. */
  api_base_url?: string
}

export interface TwilioAccount extends Place {
  /** `AC` and 32 hexadecimal digits. */
  account_sid: string
  auth_token: string
  /** E.164. */
  from: string
}

export interface CloudApiAccount extends Place {
  /** Meta's id of the number, digits. */
  phone_number_id: string
  /** Of the WhatsApp Business account, digits. */
  waba_id: string
  access_token: string
  app_secret: string
  /** Chosen by the company; Meta repeats it when it verifies the address of the webhook. */
  verify_token: string
  /** `v26.0` */
  graph_version: string
}

export const MESSENGER_TYPES = ['caWhatsApp', 'grWhatsApp'] as const
export type MessengerType = (typeof MESSENGER_TYPES)[number]

export interface ChatAppAccount extends Place {
  email: string
  password: string
  app_id: string
  /** Digits. */
  licence_id: string
  messenger_type: MessengerType
  /** Absent: ten of `grWhatsApp`, no such limit of `caWhatsApp`. */
  messages_per_minute?: number
}

/** What each provider must be told to let us send. */
export interface SettingsOf {
  twilio: TwilioAccount
  cloud_api: CloudApiAccount
  chat_app: ChatAppAccount
}

/** One sender at its provider. */
export type SenderAccount = {
  [P in Provider]: {
    /** Ours, as in `messages.sender`. */
    name: string
    provider: P
    settings: SettingsOf[P]
  }
}[Provider]
