import Contact from '#contacts/models/contact'
import { hold, type Setback } from '#messages/allowance'
import delivery from '#config/delivery'
import Message from '#messages/models/message'
import { subjectOf, type Obstacle } from '#messages/message_subject'
import { roomAt, sentLately } from '#messages/daily_cap'
import { isAwaited, refusalOf, type Refusal } from '#messages/permission'
import { QuietHours } from '#messages/quiet_hours'
import type { Reason } from '#messages/reasons'
import CompanySettings from '#settings/models/company_settings'
import type { Gateway, OutgoingMessage } from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

type NotAccepted = Exclude<SendResult, { outcome: 'accepted' }>

interface Failure {
  outcome: 'rejected' | 'needs_template'
  /** The provider's; null when it was not asked. */
  code: string | null
  detail?: string
}

/**
 * One claimed message on its way out: last checks, the call, the record of what became of it. Only the middle talks to
 * the provider, and no transaction is open then. The usual message skips the first and shares the last (`wave.ts`).
 */
export class Delivery {
  constructor(
    private readonly messageId: number,
    private readonly owner: string,
    private readonly gateway: Gateway
  ) {}

  async run() {
    const outgoing = await this.lastChecks()
    if (!outgoing) return
    const result = await this.gateway.send(outgoing)
    if (result.outcome === 'accepted') await this.accept(result.providerMessageId)
    else await this.settle(result)
  }

  /** The message, if it still may go out; otherwise it ends or waits, with its reason. */
  async lastChecks(): Promise<OutgoingMessage | undefined> {
    return this.whileOurs(async (message, trx) => {
      const subject = subjectOf(message)
      const obstacle = await subject?.obstacle(message, trx)
      if (obstacle) return void (await this.stop(message, obstacle, trx))

      const now = DateTime.utc()
      if (message.expiresAt && message.expiresAt <= now) {
        return void (await message.end('expired', 'too_late', trx))
      }
      const contact = await this.contactOf(message, trx)
      if (contact && !contact.address) {
        return void (await message.end('canceled', 'contact_without_phone', trx))
      }
      const refusal = refusalOf(message, contact, this.gateway.capabilities, now)
      if (refusal) return void (await this.refuse(message, refusal, trx))
      const allowed = await this.allowedAt(message, contact, now, trx)
      if (allowed > now) return void (await this.requeue(message, allowed, 'quiet_hours', trx))
      const room = await this.roomFor(message, contact, now, trx)
      if (room > now) return void (await this.putOff(message, room, trx))
      const { uuid, address, body } = await this.bringUpToDate(message, contact, trx)
      return { id: uuid, to: address, body }
    })
  }

  private async contactOf({ contactId }: Message, trx: TransactionClientContract) {
    return contactId ? Contact.find(contactId, { client: trx }) : null
  }

  private async stop(
    message: Message,
    { status, reason }: Obstacle,
    trx: TransactionClientContract
  ) {
    await message.end(status, reason, trx)
    if (status === 'superseded') await subjectOf(message)?.takenBack(message, trx)
  }

  private async refuse(
    message: Message,
    { status, reason }: Refusal,
    trx: TransactionClientContract
  ) {
    if (status === 'canceled') return message.end(status, reason, trx)
    return this.fail(message, { outcome: reason, code: null }, trx)
  }

  /** When the person's day has room for it. */
  private async roomFor(
    message: Message,
    contact: Contact | null,
    now: DateTime,
    trx: TransactionClientContract
  ) {
    const address = contact?.address ?? message.address
    const { dailyMessagesPerContact } = await CompanySettings.current(trx)
    const lately = await sentLately([address], now, trx)
    return roomAt(lately.get(address), dailyMessagesPerContact) ?? now
  }

  private async putOff(message: Message, room: DateTime, trx: TransactionClientContract) {
    const useless = message.expiresAt && message.expiresAt <= room
    if (useless) return message.end('expired', 'daily_cap', trx)
    return this.requeue(message, room, 'daily_cap', trx)
  }

  /** The number may have been corrected, and the day may have changed, since the message was written. */
  private async bringUpToDate(
    message: Message,
    contact: Contact | null,
    trx: TransactionClientContract
  ) {
    message.address = contact?.address ?? message.address
    message.body = (await subjectOf(message)?.textNow(message, trx)) ?? message.body
    return message.save()
  }

  /** Whoever holds the phone is answered at once; everything else waits for the morning. */
  private async allowedAt(
    message: Message,
    contact: Contact | null,
    now: DateTime,
    trx: TransactionClientContract
  ) {
    if (isAwaited(message)) return now
    const settings = await CompanySettings.current(trx)
    const hours = new QuietHours(settings, contact?.timeZone ?? settings.timeZone)
    return hours.defer(now, subjectOf(message)?.deadline(message) ?? null)
  }

  async settle(result: NotAccepted) {
    await this.whileOurs(async (message, trx) => this.record(message, result, trx))
  }

  /** The provider has it: true whoever holds the row by now. Forgotten, it would be looked for and perhaps repeated. */
  async accept(providerMessageId: string) {
    const accepted = { providerMessageId, status: 'accepted' as const, occurredAt: DateTime.utc() }
    await db.transaction(async (trx) => {
      const message = await Message.lock(this.messageId, trx)
      message.leaseOwner = null
      await message.advance({ ...accepted, errorCode: null, errorDetail: null }, trx)
    })
  }

  private async record(message: Message, result: NotAccepted, trx: TransactionClientContract) {
    switch (result.outcome) {
      case 'rejected':
      case 'needs_template':
        return this.fail(message, result, trx)
      case 'throttled':
      case 'not_sent':
      case 'sender_blocked':
        return this.holdBack(message, result, trx)
      case 'unconfirmed':
        message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
        return leaveUnconfirmed(message, trx)
      default:
        return result satisfies never
    }
  }

  /** It keeps its place: the sender as a whole waits. */
  private async holdBack(message: Message, result: Setback, trx: TransactionClientContract) {
    const until = await hold(message.sender, result, trx)
    message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
    await this.requeue(message, until, result.outcome, trx)
  }

  private async fail(
    message: Message,
    { outcome, code, detail }: Failure,
    trx: TransactionClientContract
  ) {
    message.merge({ status: 'failed', reason: outcome, failedAt: DateTime.utc(), leaseOwner: null })
    await message.merge({ errorCode: code, errorDetail: detail ?? null }).save()
    await message.announce(trx)
  }

  private async requeue(
    message: Message,
    sendAt: DateTime,
    reason: Reason,
    trx: TransactionClientContract
  ) {
    await message.merge({ status: 'queued', reason, sendAt, leaseOwner: null }).save()
    await message.announce(trx)
  }

  /** Does nothing when the row is no longer this owner's: its lease ran out, or a callback was faster. */
  private async whileOurs<T>(
    act: (message: Message, trx: TransactionClientContract) => Promise<T>
  ) {
    return db.transaction(async (trx) => {
      const message = (await Message.lock(this.messageId, trx)).useTransaction(trx)
      if (message.status !== 'sending' || message.leaseOwner !== this.owner) return undefined
      return act(message, trx)
    })
  }
}

/** The provider may have it: it will be looked for, and never resent blindly. */
export async function leaveUnconfirmed(message: Message, trx: TransactionClientContract) {
  const reconcileAt = DateTime.utc().plus({ seconds: delivery.graceSeconds })
  message.merge({ status: 'unconfirmed', reason: 'unconfirmed', reconcileAt, leaseOwner: null })
  await message.merge({ absentReads: 0 }).save()
  await message.announce(trx)
}
