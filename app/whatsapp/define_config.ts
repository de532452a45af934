import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import type { Gateway } from '#whatsapp/gateways/gateway'
import type { TwilioSettings } from '#whatsapp/gateways/twilio_settings'

export type GatewayFactory = () => Gateway

export interface WhatsappConfig {
  /** Name of the sender that is used when none is named. */
  default: string
  senders: Record<string, GatewayFactory>
}

export function defineConfig<Senders extends Record<string, GatewayFactory>>(config: {
  default: keyof Senders & string
  senders: Senders
}): WhatsappConfig {
  return config
}

/** Drivers for `config/whatsapp.ts`. */
export const gateways = {
  twilio: (settings: TwilioSettings) => () => new TwilioGateway(settings),
}
