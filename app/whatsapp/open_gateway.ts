import { baseUrls, wire } from '#config/whatsapp'
import { ChatAppGateway } from '#whatsapp/gateways/chat_app_gateway'
import type { ChatAppTokenStore } from '#whatsapp/gateways/chat_app_tokens'
import { CloudApiGateway } from '#whatsapp/gateways/cloud_api_gateway'
import type { Gateway, Provider } from '#whatsapp/gateways/gateway'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import { UnusableGateway } from '#whatsapp/gateways/unusable_gateway'
import type {
  ChatAppAccount,
  CloudApiAccount,
  SenderAccount,
  TwilioAccount,
} from '#whatsapp/sender_account'
import { Secret } from '@adonisjs/core/helpers'

/** What a sender has beside its provider's settings. */
export interface SenderBelongings {
  /** The unguessable part of the address its provider calls. */
  webhookKey: string | null
  chatAppTokens: ChatAppTokenStore
}

/** The gateway of a sender that was configured while the application runs. */
export function openGateway(account: SenderAccount, belongings: SenderBelongings): Gateway {
  switch (account.provider) {
    case 'twilio':
      return openTwilio(account.settings)
    case 'cloud_api':
      return openCloudApi(account.settings)
    case 'chat_app':
      return openChatApp(account.settings, belongings)
    default:
      return account satisfies never
  }
}

function openTwilio({ account_sid: accountSid, auth_token, from, api_base_url }: TwilioAccount) {
  const baseUrl = api_base_url ?? baseUrls.twilio
  const authToken = new Secret(auth_token)
  return new TwilioGateway({ ...wire, accountSid, authToken, from, baseUrl, isEditable: true })
}

function openChatApp(account: ChatAppAccount, belongings: SenderBelongings) {
  const settings = {
    ...wire,
    email: account.email,
    password: new Secret(account.password),
    appId: account.app_id,
    licenceId: account.licence_id,
    messenger: account.messenger_type,
    messagesPerMinute: account.messages_per_minute,
    baseUrl: account.api_base_url ?? baseUrls.chat_app,
    webhookKey: belongings.webhookKey,
  }
  return new ChatAppGateway(settings, belongings.chatAppTokens)
}

function openCloudApi(account: CloudApiAccount) {
  return new CloudApiGateway({
    ...wire,
    phoneNumberId: account.phone_number_id,
    wabaId: account.waba_id,
    accessToken: new Secret(account.access_token),
    version: account.graph_version,
    baseUrl: account.api_base_url ?? baseUrls.cloud_api,
  })
}

/** The row is there, but this installation's `APP_KEY` does not open it. */
export const unreadable = (provider: Provider) =>
  new UnusableGateway(provider, {
    setting: 'settings',
    summary: 'Os dados de acesso deste número não puderam ser lidos.',
    step: 'A APP_KEY desta instalação mudou. Volte à anterior, ou digite de novo os dados de acesso do número.',
  })
