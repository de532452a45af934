import { appUrl } from '#config/app'
import env from '#start/env'
import { defineConfig } from '#whatsapp/define_config'
import type { Gateway, OutgoingMessage } from '#whatsapp/gateways/gateway'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'

/** A hanging provider costs this much of a test. */
const PATIENCE_MS = 120

type Send = Gateway['send']

/** The configured sender with little patience; `around` stands between it and the provider. */
export function impatientWhatsapp(
  around: (send: Send, message: OutgoingMessage) => ReturnType<Send> = (send, message) =>
    send(message)
) {
  const twilio = () => {
    const gateway = new TwilioGateway({
      accountSid: env.get('TWILIO_ACCOUNT_SID'),
      authToken: env.get('TWILIO_AUTH_TOKEN'),
      from: env.get('TWILIO_WHATSAPP_FROM'),
      baseUrl: `${appUrl}/simulator/twilio`,
      publicUrl: appUrl,
      timeoutMs: PATIENCE_MS,
    })
    const send = gateway.send.bind(gateway)
    gateway.send = (message) => around(send, message)
    return gateway
  }
  return new WhatsappManager(defineConfig({ default: 'twilio', senders: { twilio } }))
}
