import delivery from '#config/delivery'
import { bell } from '#messages/bell'
import type Message from '#messages/models/message'
import { turnToOtherForm } from '#messages/other_form'
import type { Reason } from '#messages/reasons'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

type Trx = TransactionClientContract

export interface Failure {
  outcome: 'rejected' | 'needs_template'
  /** The provider's; null when it was not asked. */
  code: string | null
  detail?: string
}

/** Certainly not sent: it waits, and says why. */
export async function requeue(message: Message, sendAt: DateTime, reason: Reason, trx: Trx) {
  await message.merge({ status: 'queued', reason, sendAt, leaseOwner: null }).save()
  await message.announce(trx)
}

/** It will not go out as it is, unless WhatsApp knows the number in its other form. */
export async function reject(message: Message, failure: Failure, trx: Trx) {
  const notFound = { code: failure.code, providerMessageId: null }
  if (!turnToOtherForm(message, notFound)) return fail(message, failure, trx)
  await requeue(message, DateTime.utc(), 'other_form', trx)
  bell.ringAfter(trx)
}

/** It will not go out as it is. */
export async function fail(message: Message, { outcome, code, detail }: Failure, trx: Trx) {
  message.merge({ status: 'failed', reason: outcome, failedAt: DateTime.utc(), leaseOwner: null })
  await message.merge({ errorCode: code, errorDetail: detail ?? null }).save()
  await message.announce(trx)
}

/** The provider may have it: it will be looked for, and never resent blindly. */
export async function leaveUnconfirmed(message: Message, trx: Trx) {
  const reconcileAt = DateTime.utc().plus({ seconds: delivery.graceSeconds })
  message.merge({ status: 'unconfirmed', reason: 'unconfirmed', reconcileAt, leaseOwner: null })
  await message.merge({ absentReads: 0 }).save()
  await message.announce(trx)
}
