import type { SimulatorConfig } from '#config/simulator'
import { Courier } from '#simulator/cloud_api/courier'
import { inboundValue, renumberedValue } from '#simulator/cloud_api/inbound_value'
import { statusValue } from '#simulator/cloud_api/status_value'
import type { Change, Refusals } from '#simulator/journey'
import type { Message, Messages } from '#simulator/messages'
import { waId, type Phone } from '#simulator/phone'
import type { Settings as Simulated } from '#simulator/settings'
import type { PostOffice } from '#simulator/post_office'
import { randomBytes } from 'node:crypto'

/** Statuses that are due within it travel together. */
const GATHER_MS = 10

type Settings = SimulatorConfig['cloudApi']

interface Waiting {
  status: object
  resolve: (answer: number | null) => void
}

/** Signed JSON to the one webhook of the account. */
export class CloudApiPostOffice implements PostOffice {
  readonly refusals: Refusals = {
    not_on_whatsapp: { status: 'failed', error_code: 131026 },
    outside_window: { status: 'failed', error_code: 131047 },
  }

  readonly #courier: Courier
  #waiting: Waiting[] = []

  constructor(
    private readonly settings: Settings,
    private readonly messages: Messages,
    private readonly simulated: () => Readonly<Simulated>
  ) {
    this.#courier = new Courier(
      settings.webhookUrl,
      settings.appSecret,
      () => simulated().signature
    )
  }

  newId() {
    return `wamid.${randomBytes(30).toString('base64')}`
  }

  get ourAddress() {
    return this.settings.number.slice(1)
  }

  theirAddress(phone: Phone) {
    return waId(phone)
  }

  async tellStatus(message: Message, change: Change) {
    const status = statusValue(message, change)
    const answer = await new Promise<number | null>((resolve) => {
      this.#waiting.push({ status, resolve })
      if (this.#waiting.length === 1) setTimeout(() => void this.#tellTogether(), GATHER_MS)
    })
    return { url: this.settings.webhookUrl, status: answer }
  }

  async tellInbound(message: Message, phone: Phone) {
    const answered = message.quoted ? this.messages.find(message.quoted) : null
    const status = await this.#courier.bring(this.#batch(inboundValue(message, phone, answered)))
    return { url: this.settings.webhookUrl, status }
  }

  async tellRenumbered(phone: Phone, former: Phone) {
    await this.#courier.bring(this.#batch(renumberedValue(this.newId(), phone, former)))
  }

  stop() {
    this.#courier.stop()
  }

  async #tellTogether() {
    const batch = this.#waiting.splice(0)
    const statuses = batch.map(({ status }) => status)
    const answer = await this.#courier.bring(this.#batch({ statuses }))
    for (const { resolve } of batch) resolve(answer)
  }

  /** Fields come without notice. */
  get #news() {
    return this.simulated().call_shape === 'unknown_fields' && { never_heard_of: { a: [1] } }
  }

  #batch(value: object) {
    const { wabaId, number, phoneNumberId } = this.settings
    const metadata = { display_phone_number: number.slice(1), phone_number_id: phoneNumberId }
    const change = {
      field: 'messages',
      value: { messaging_product: 'whatsapp', metadata, ...value, ...this.#news },
    }
    return { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes: [change] }] }
  }
}
