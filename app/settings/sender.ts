import { appUrl } from '#config/app'
import env from '#start/env'
import whatsapp from '#whatsapp/services/main'
import { SETTING_HINTS } from '#whatsapp/gateways/twilio_settings'

/** The number we write from, as *Números* shows it. */
export function currentSender() {
  const gateway = whatsapp.use()
  return {
    provider: gateway.provider,
    number: env.get('TWILIO_WHATSAPP_FROM')?.replace(/^whatsapp:/, '') ?? null,
    missing: gateway.missingSettings.map((name) => ({ name, hint: SETTING_HINTS[name] })),
    inboundUrl: `${appUrl}/webhooks/twilio/messages`,
  }
}
