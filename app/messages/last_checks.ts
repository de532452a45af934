import Contact from '#contacts/models/contact'
import { isChosen, twinFor, wordAsTwin, wordFreely } from '#messages/approved_wording'
import { buttonsNow } from '#messages/choices'
import { roomAt, sentLately } from '#messages/daily_cap'
import { subjectOf, type Obstacle } from '#messages/message_subject'
import Conversation from '#messages/models/conversation'
import type Message from '#messages/models/message'
import { fail, requeue } from '#messages/moves'
import { isAwaited, refusalOf, type Refusal } from '#messages/permission'
import { QuietHours } from '#messages/quiet_hours'
import CompanySettings from '#settings/models/company_settings'
import { addressOf } from '#messages/other_form'
import { outgoing } from '#messages/outgoing'
import type TemplateTwin from '#templates/models/template_twin'
import type { Capabilities, OutgoingMessage } from '#whatsapp/gateways/gateway'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

const NOT_APPROVED: Refusal = { status: 'failed', reason: 'needs_template' }

/**
 * One message looked at for the last time before it leaves: whether it is still true, useful, allowed and in time. It ends
 * or waits with its reason, or is brought up to date.
 */
export class LastChecks {
  readonly #now = DateTime.utc()

  constructor(
    private readonly message: Message,
    private readonly capabilities: Capabilities,
    private readonly trx: TransactionClientContract
  ) {}

  /** What may leave now; undefined when nothing may. */
  async pass(): Promise<OutgoingMessage | undefined> {
    const { message, trx } = this
    const obstacle = await subjectOf(message)?.obstacle(message, trx)
    if (obstacle) return this.#stop(obstacle)
    if (message.expiresAt && message.expiresAt <= this.#now) return this.#end('expired', 'too_late')

    const contact = await this.#contact()
    if (contact && !contact.address) return this.#end('canceled', 'contact_without_phone')
    const lastInboundAt = contact && (await this.#lastWord())
    const person = contact && { accepts: contact.accepts, lastInboundAt }
    const refusal = refusalOf(message, person, this.capabilities, this.#now)
    const isTemplate = refusal?.reason === 'needs_template' || isChosen(message)
    const twin = isTemplate ? await twinFor(message, contact, this.capabilities, trx) : null
    if (refusal && !(twin && refusal.reason === 'needs_template')) return this.#refuse(refusal)
    if (isChosen(message) && !twin) return this.#refuse(NOT_APPROVED)

    const allowed = await this.#allowedAt(contact)
    if (allowed > this.#now) return void (await requeue(message, allowed, 'quiet_hours', trx))
    const room = message.kind === 'reply' ? this.#now : await this.#roomFor(contact)
    if (room > this.#now) return this.#putOff(room)
    return this.#bringUpToDate(contact, twin, lastInboundAt)
  }

  async #contact() {
    const { contactId } = this.message
    return contactId ? Contact.find(contactId, { client: this.trx }) : null
  }

  async #lastWord() {
    const { contactId, sender } = this.message
    const words = await Conversation.lastWords([contactId!], sender, this.trx)
    return words.get(contactId!) ?? null
  }

  async #end(...[status, reason]: [Parameters<Message['end']>[0], Parameters<Message['end']>[1]]) {
    await this.message.end(status, reason, this.trx)
    return undefined
  }

  async #stop({ status, reason }: Obstacle) {
    await this.#end(status, reason)
    const isTakenBack = status === 'superseded'
    if (isTakenBack) await subjectOf(this.message)?.takenBack(this.message, this.trx)
    return undefined
  }

  async #refuse({ status, reason }: Refusal) {
    if (status === 'canceled') return this.#end(status, reason)
    await fail(this.message, { outcome: reason, code: null }, this.trx)
    return undefined
  }

  /** Whoever holds the phone is answered at once; everything else waits for the morning. */
  async #allowedAt(contact: Contact | null) {
    const { message } = this
    if (isAwaited(message)) return this.#now
    const settings = await CompanySettings.current(this.trx)
    const hours = new QuietHours(settings, contact?.timeZone ?? settings.timeZone)
    return hours.defer(this.#now, subjectOf(message)?.deadline(message) ?? null)
  }

  /** When the person's day has room for it. */
  async #roomFor(contact: Contact | null) {
    const address = contact?.address ?? this.message.address
    const { dailyMessagesPerContact } = await CompanySettings.current(this.trx)
    const lately = await sentLately([address], this.#now, this.trx)
    return roomAt(lately.get(address), dailyMessagesPerContact) ?? this.#now
  }

  async #putOff(room: DateTime) {
    const { expiresAt } = this.message
    if (expiresAt && expiresAt <= room) return this.#end('expired', 'daily_cap')
    await requeue(this.message, room, 'daily_cap', this.trx)
    return undefined
  }

  /** Since it was written the number may have been corrected, the day changed, or the person's window opened. */
  async #bringUpToDate(
    contact: Contact | null,
    twin: TemplateTwin | null,
    lastInboundAt: DateTime | null
  ): Promise<OutgoingMessage> {
    const { message } = this
    const buttons = buttonsNow(message, this.capabilities, { lastInboundAt, at: this.#now })
    message.address = addressOf(message, contact)
    wordFreely(message)
    message.merge({ ...(await subjectOf(message)?.wordingNow(message, buttons, this.trx)) })
    if (twin) await wordAsTwin(message, twin, this.trx)
    await message.save()
    return outgoing(message, twin)
  }
}
