import { refreshAfter } from '#core/live'
import { SenderSchema } from '#database/schema'
import { bell } from '#messages/bell'
import type User from '#users/models/user'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Twilio's and Meta's default for one WhatsApp sender. */
export const DEFAULT_MESSAGES_PER_SECOND = 80
export const MOST_MESSAGES_PER_SECOND = 1000

/**
 * - `paused`: a person stopped it.
 * - `blocked`: the provider refuses the account or the number; one message is tried now and then.
 * - `held`: the provider asked for patience.
 */
export type SenderState = 'open' | 'held' | 'blocked' | 'paused'

/**
 * What one of our numbers may send now. All processes read and write the same row, so that a limit is one limit.
 */
export default class Sender extends SenderSchema {
  /** The sender's row, made when it is first needed. */
  static async named(name: string, client?: QueryClientContract): Promise<Sender> {
    const kept = await this.findBy({ name }, client && { client })
    if (kept) return kept
    const messagesPerSecond = DEFAULT_MESSAGES_PER_SECOND
    await this.updateOrCreate({ name }, { messagesPerSecond }, client && { client })
    return this.findByOrFail({ name }, client && { client })
  }

  get state(): SenderState {
    if (this.pausedAt) return 'paused'
    if (this.blockedAt) return 'blocked'
    return this.heldUntil && this.heldUntil > DateTime.utc() ? 'held' : 'open'
  }

  /** Takes nothing new from now on; what is in the air arrives. */
  async pause({ by }: { by: User }) {
    await this.change((sender) => sender.merge({ pausedAt: DateTime.utc(), pausedById: by.id }))
  }

  /** Goes on, and tries again what the provider refused or slowed down. */
  async resume() {
    await this.change((sender) =>
      sender.merge({ pausedAt: null, pausedById: null, heldUntil: null })
    )
  }

  /** @param messagesPerSecond whole, from 1 to `MOST_MESSAGES_PER_SECOND` */
  async limitTo(messagesPerSecond: number) {
    await this.change((sender) => sender.merge({ messagesPerSecond }))
  }

  private async change(how: (sender: Sender) => Sender) {
    await db.transaction(async (trx) => {
      const sender = await Sender.lock(this.name, trx)
      await how(sender).save()
      sender.announce(trx)
    })
    await this.refresh()
  }

  announce(trx: TransactionClientContract) {
    refreshAfter(trx, ['messages', 'senders'])
    bell.ringAfter(trx)
  }

  static async lock(name: string, trx: TransactionClientContract): Promise<Sender> {
    await Sender.named(name, trx)
    return Sender.query({ client: trx }).where({ name }).forUpdate().firstOrFail()
  }
}
