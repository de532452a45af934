import type { SimulatorConfig } from '#config/simulator'
import type { Change, Refusals } from '#simulator/journey'
import type { Message } from '#simulator/messages'
import { userIdOf, waId, type Phone } from '#simulator/phone'
import type { PostOffice } from '#simulator/post_office'
import type { Settings } from '#simulator/settings'
import { inboundForm, statusForm } from '#simulator/twilio/webhook_forms'
import { postWebhook, type Form } from '#simulator/webhook'
import { randomBytes } from 'node:crypto'

/** Signed forms, to the address each message named and to the one of the account. */
export class TwilioPostOffice implements PostOffice {
  readonly refusals: Refusals = {
    not_on_whatsapp: { status: 'undelivered', error_code: 63003 },
    not_joined: { status: 'failed', error_code: 63015 },
    outside_window: { status: 'failed', error_code: 63016 },
  }

  constructor(
    private readonly config: SimulatorConfig,
    private readonly settings: () => Readonly<Settings>
  ) {}

  newId(hasMedia: boolean) {
    return (hasMedia ? 'MM' : 'SM') + randomBytes(16).toString('hex')
  }

  get ourAddress() {
    return `whatsapp:${this.config.from}`
  }

  theirAddress(phone: Phone) {
    return `whatsapp:${phone.hides_number ? userIdOf(phone.number) : `+${waId(phone)}`}`
  }

  async tellStatus(message: Message, change: Change, signal: AbortSignal) {
    const url = message.status_callback
    if (!url) return null
    const form = statusForm(message, this.config.accountSid, change)
    return { url, status: await this.#post(url, form, signal) }
  }

  async tellInbound(message: Message, phone: Phone) {
    const { reaction, unsupported } = message.content
    // Twilio says nothing of these.
    if (reaction || unsupported) return null
    const { inboundWebhookUrl: url } = this.config
    const form = inboundForm(message, this.config, phone)
    const { signal } = new AbortController()
    return { url, status: await this.#post(url, form, signal) }
  }

  #post(url: string, form: Form, signal: AbortSignal) {
    const { signature: way, call_shape: shape } = this.settings()
    const { authToken } = this.config
    return postWebhook(url, shaped(form, shape), { authToken, way }, signal)
  }
}

/** Parameters come and go without notice. */
function shaped(form: Form, shape: Settings['call_shape']): Form {
  if (shape === 'unknown_fields') return { ...form, NeverHeardOf: 'sim', ChannelNews: '{"a":[1]}' }
  const { ChannelToAddress: address } = form
  const isMasked = shape === 'masked_address' && address !== undefined
  return isMasked ? { ...form, ChannelToAddress: address.replace(/\d{4}$/, 'XXXX') } : form
}
