import { GraphRefusal } from '#simulator/cloud_api/refusal'
import { readWritten, type Payload } from '#simulator/cloud_api/message_rules'
import type { Templates } from '#simulator/cloud_api/templates'
import type { Message } from '#simulator/messages'
import { canonicalNumber, waId, type Phone } from '#simulator/phone'
import type { Simulator } from '#simulator/simulator'

/** What the Graph API does; refusals are thrown as GraphRefusal. `origin` is the simulator's own, as it was called. */
export class GraphApi {
  constructor(
    private simulator: Simulator,
    private origin: string
  ) {}

  authenticate(authorization: string | undefined) {
    const { accessToken } = this.#ours
    const isLockedOut = this.simulator.settings.current.fault === 'http_401'
    if (authorization !== `Bearer ${accessToken}` || isLockedOut) throw new GraphRefusal(190)
  }

  /** @throws GraphRefusal unless `id` is that of the only number there is */
  checkNumber(id: string) {
    if (id !== this.#ours.phoneNumberId) throw noSuchObject(id)
  }

  checkAccount(id: string) {
    if (id !== this.#ours.wabaId) throw noSuchObject(id)
  }

  async send(payload: Payload): Promise<{ message: Message; input: string; phone: Phone }> {
    const phone = this.#recipient(payload)
    const { current } = this.simulator.settings
    if (current.limits === 'enforced') this.simulator.rates.check(phone.number, Date.now())
    const written = readWritten(payload, this)
    const { context, biz_opaque_callback_data: tracking = null } = payload
    const incoming = {
      phone: phone.number,
      to: waId(phone),
      from: this.#ours.number.slice(1),
      body: written.body,
      mediaUrls: written.content.media?.map(({ url }) => url) ?? [],
      statusCallback: null,
      content: written.content,
      tracking,
      quoted: context?.message_id ?? null,
    }
    const refusal = this.simulator.refusalAtOnce(incoming, 'cloud_api')
    if (refusal) throw new GraphRefusal(refusal.error_code)
    const message = await this.simulator.accept(incoming, 'cloud_api')
    return { message, phone, input: String(payload.to ?? payload.recipient) }
  }

  /** Two blue ticks on a person's phone. */
  markRead(id: unknown) {
    const message = this.simulator.messages.find(String(id))
    if (message?.direction !== 'inbound') throw new GraphRefusal(131009, 'message_id: unknown')
    this.simulator.markRead(message)
  }

  get templates(): Templates {
    return this.simulator.templates
  }

  template(name: string, language: string) {
    return this.templates.approved(name, language)
  }

  media(id: string) {
    const file = this.simulator.files.find(id)
    return file && { url: this.fileUrl(id), contentType: file.content_type }
  }

  fileUrl(id: string) {
    return `${this.origin}/simulator/cloud_api/files/${id}`
  }

  get #ours() {
    return this.simulator.config.cloudApi
  }

  #recipient({ messaging_product: product, to, recipient }: Payload): Phone {
    if (product !== 'whatsapp') throw new GraphRefusal(100, 'messaging_product is required')
    if (!to && !recipient) throw new GraphRefusal(131008, 'to is required')
    if (!to) return this.#hiding(String(recipient))
    const number = canonicalNumber(String(to))
    if (!number) throw new GraphRefusal(131009, `to: ${to} is not a valid phone number`)
    if (number === this.#ours.number) throw new GraphRefusal(131021)
    return this.simulator.phones.findOrAdd(number)
  }

  /** Somebody who hides their number, by the id that stands for it. */
  #hiding(userId: string): Phone {
    const phone = this.simulator.phones.ofUser(userId)
    if (!phone) throw new GraphRefusal(131009, 'recipient: nobody has that user id')
    return phone
  }
}

const noSuchObject = (id: string) =>
  new GraphRefusal(100, `Object with ID '${id}' does not exist or cannot be loaded`, 33)
