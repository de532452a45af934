import delivery from '#config/delivery'
import env from '#start/env'
import { appUrl } from '#config/app'
import app from '@adonisjs/core/services/app'
import { defineConfig, gateways } from '#whatsapp/define_config'

const simulatorUrl =
  env.get('SIMULATOR') && !app.inProduction ? `${appUrl}/simulator/twilio` : undefined

export default defineConfig({
  default: 'twilio',

  senders: {
    twilio: gateways.twilio({
      accountSid: env.get('TWILIO_ACCOUNT_SID'),
      authToken: env.get('TWILIO_AUTH_TOKEN'),
      from: env.get('TWILIO_WHATSAPP_FROM'),
      // Absent: Twilio itself.
      baseUrl: env.get('TWILIO_API_BASE_URL')?.replace(/\/$/, '') ?? simulatorUrl,
      publicUrl: appUrl,
      connections: delivery.concurrency,
      timeoutMs: delivery.timeoutSeconds * 1000,
    }),
  },
})
