import { baseUrls, wire } from '#config/whatsapp'
import type { Gateway, Provider } from '#whatsapp/gateways/gateway'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import { UnusableGateway } from '#whatsapp/gateways/unusable_gateway'
import type { SenderAccount, TwilioAccount } from '#whatsapp/sender_account'
import { Secret } from '@adonisjs/core/helpers'

/** The gateway of a sender that was configured while the application runs. */
export function openGateway(account: SenderAccount): Gateway {
  switch (account.provider) {
    case 'twilio':
      return openTwilio(account.settings)
    case 'cloud_api':
    case 'chat_app':
      return withoutDriver(account.provider)
    default:
      return account satisfies never
  }
}

function openTwilio({ account_sid: accountSid, auth_token, from, api_base_url }: TwilioAccount) {
  const baseUrl = api_base_url ?? baseUrls.twilio
  const authToken = new Secret(auth_token)
  return new TwilioGateway({ ...wire, accountSid, authToken, from, baseUrl, isEditable: true })
}

const withoutDriver = (provider: Provider) =>
  new UnusableGateway(provider, {
    setting: 'provider',
    summary: 'Esta versão da Convoca ainda não fala com este provedor.',
    step: 'Atualize a Convoca. Até lá as mensagens deste número esperam; nenhuma se perde.',
  })

/** The row is there, but this installation's `APP_KEY` does not open it. */
export const unreadable = (provider: Provider) =>
  new UnusableGateway(provider, {
    setting: 'settings',
    summary: 'Os dados de acesso deste número não puderam ser lidos.',
    step: 'A APP_KEY desta instalação mudou. Volte à anterior, ou digite de novo os dados de acesso do número.',
  })
