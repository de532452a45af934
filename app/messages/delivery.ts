import Contact from '#contacts/models/contact'
import { backoff } from '#messages/backoff'
import Message from '#messages/models/message'
import { subjectOf, type Obstacle } from '#messages/message_subject'
import { QuietHours } from '#messages/quiet_hours'
import type { Reason } from '#messages/reasons'
import { tellAfter, witnessed } from '#messages/telemetry'
import CompanySettings from '#settings/models/company_settings'
import type { Gateway } from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** From an uncertain send to the first question to the provider: longer than its list may lag behind. */
export const GRACE_SECONDS = 60

type NotAccepted = Exclude<SendResult, { outcome: 'accepted' }>

/**
 * One claimed message on its way out: last checks, the call, the record of what became of it. Only the middle talks to
 * the provider, and no transaction is open then.
 */
export class Delivery {
  constructor(
    private readonly messageId: number,
    private readonly owner: string,
    private readonly gateway: Gateway
  ) {}

  async run() {
    const message = await this.lastChecks()
    if (!message) return
    const { uuid, address, body } = message
    const send = () => this.gateway.send({ id: uuid, to: address, body })
    await this.settle(await witnessed(message, send))
  }

  /** The message, if it still may go out; otherwise it ends or waits, with its reason. */
  private async lastChecks() {
    return this.whileOurs(async (message, trx) => {
      const checked = await this.check(message, trx)
      if (!checked) tellAfter(trx, 'check', message)
      return checked
    })
  }

  private async check(message: Message, trx: TransactionClientContract) {
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
    const allowed = await this.allowedAt(message, contact, now, trx)
    if (allowed > now) return void (await this.requeue(message, allowed, 'quiet_hours', trx))
    return this.bringUpToDate(message, contact, trx)
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

  /** A test is asked for by the person holding the phone; everything else waits for the morning. */
  private async allowedAt(
    message: Message,
    contact: Contact | null,
    now: DateTime,
    trx: TransactionClientContract
  ) {
    if (message.kind === 'test') return now
    const settings = await CompanySettings.current(trx)
    const hours = new QuietHours(settings, contact?.timeZone ?? settings.timeZone)
    return hours.defer(now, subjectOf(message)?.deadline(message) ?? null)
  }

  private async settle(result: SendResult) {
    if (result.outcome === 'accepted') return this.accept(result.providerMessageId)
    await this.whileOurs(async (message, trx) => this.record(message, result, trx))
  }

  /** The provider has it: true whoever holds the row by now. Forgotten, it would be looked for and perhaps repeated. */
  private async accept(providerMessageId: string) {
    const accepted = { providerMessageId, status: 'accepted' as const, occurredAt: DateTime.utc() }
    await db.transaction(async (trx) => {
      const message = await Message.lock(this.messageId, trx)
      message.leaseOwner = null
      await message.advance({ ...accepted, errorCode: null, errorDetail: null }, trx)
    })
  }

  private async record(message: Message, result: NotAccepted, trx: TransactionClientContract) {
    const now = DateTime.utc()
    switch (result.outcome) {
      case 'rejected':
      case 'needs_template':
        return this.fail(message, result, trx)
      case 'throttled':
      case 'not_sent':
      case 'sender_blocked':
        message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
        return this.requeue(message, now.plus(this.wait(message, result)), result.outcome, trx)
      case 'unconfirmed':
        message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
        return leaveUnconfirmed(message, trx)
      default:
        return result satisfies never
    }
  }

  private wait(message: Message, result: NotAccepted) {
    return backoff(message.attempts, 'retryAfter' in result ? result.retryAfter : undefined)
  }

  private async fail(
    message: Message,
    { outcome, code, detail }: Extract<SendResult, { outcome: 'rejected' | 'needs_template' }>,
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
  const reconcileAt = DateTime.utc().plus({ seconds: GRACE_SECONDS })
  message.merge({ status: 'unconfirmed', reason: 'unconfirmed', reconcileAt, leaseOwner: null })
  await message.merge({ absentReads: 0 }).save()
  await message.announce(trx)
}
