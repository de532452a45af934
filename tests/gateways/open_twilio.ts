import { Secret } from '@adonisjs/core/helpers'
import type { SimulatorProcess } from '#tests/simulator_process'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import type { TwilioSettings } from '#whatsapp/gateways/twilio_settings'

/** A gateway with the simulator's credentials; calls back to nobody unless told. */
export function openTwilio(
  { credentials, twilioUrl }: SimulatorProcess,
  settings: Partial<TwilioSettings> = {}
) {
  return new TwilioGateway({
    accountSid: credentials.TWILIO_ACCOUNT_SID,
    authToken: new Secret(credentials.TWILIO_AUTH_TOKEN),
    from: credentials.TWILIO_WHATSAPP_FROM,
    baseUrl: twilioUrl,
    publicUrl: 'http://127.0.0.1:9',
    ...settings,
  })
}
