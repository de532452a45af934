import type { SimulatorConfig } from '#config/simulator'
import type { Change, Refusals } from '#simulator/journey'
import type { Message } from '#simulator/messages'
import { waId, type Phone } from '#simulator/phone'
import type { PostOffice } from '#simulator/post_office'
import { inboundForm, statusForm } from '#simulator/twilio/webhook_forms'
import { postWebhook } from '#simulator/webhook'
import { randomBytes } from 'node:crypto'

/** Signed forms, to the address each message named and to the one of the account. */
export class TwilioPostOffice implements PostOffice {
  readonly refusals: Refusals = {
    not_on_whatsapp: { status: 'undelivered', error_code: 63003 },
    not_joined: { status: 'failed', error_code: 63015 },
    outside_window: { status: 'failed', error_code: 63016 },
  }

  constructor(private readonly config: SimulatorConfig) {}

  newId(hasMedia: boolean) {
    return (hasMedia ? 'MM' : 'SM') + randomBytes(16).toString('hex')
  }

  get ourAddress() {
    return `whatsapp:${this.config.from}`
  }

  theirAddress(phone: Phone) {
    return `whatsapp:+${waId(phone)}`
  }

  async tellStatus(message: Message, change: Change, signal: AbortSignal) {
    const url = message.status_callback
    if (!url) return null
    const { accountSid, authToken } = this.config
    const form = statusForm(message, accountSid, change)
    return { url, status: await postWebhook(url, form, authToken, signal) }
  }

  async tellInbound(message: Message, phone: Phone) {
    const { accountSid, authToken, inboundWebhookUrl: url } = this.config
    const form = inboundForm(message, accountSid, phone)
    const { signal } = new AbortController()
    return { url, status: await postWebhook(url, form, authToken, signal) }
  }
}
