import delivery from '#config/delivery'
import env from '#start/env'
import { appUrl } from '#config/app'
import app from '@adonisjs/core/services/app'
import { defineConfig, gateways } from '#whatsapp/define_config'
import type { Provider } from '#whatsapp/gateways/gateway'

const simulatorUrl = env.get('SIMULATOR') && !app.inProduction ? `${appUrl}/simulator` : undefined

const simulated = (provider: Provider) => simulatorUrl && `${simulatorUrl}/${provider}`

/** Where each provider's API answers unless a sender says otherwise; absent: at the provider itself. */
export const baseUrls: Record<Provider, string | undefined> = {
  twilio: env.get('TWILIO_API_BASE_URL')?.replace(/\/$/, '') ?? simulated('twilio'),
  cloud_api: simulated('cloud_api'),
  chat_app: simulated('chat_app'),
}

/** What every gateway is told, whatever its provider. */
export const wire = {
  publicUrl: appUrl,
  connections: delivery.concurrency,
  timeoutMs: delivery.timeoutSeconds * 1000,
}

/** The senders of the environment. Others are added in *Configurações › Números*. */
export default defineConfig({
  default: 'twilio',

  senders: {
    twilio: gateways.twilio({
      accountSid: env.get('TWILIO_ACCOUNT_SID'),
      authToken: env.get('TWILIO_AUTH_TOKEN'),
      from: env.get('TWILIO_WHATSAPP_FROM'),
      baseUrl: baseUrls.twilio,
      ...wire,
    }),
  },
})
