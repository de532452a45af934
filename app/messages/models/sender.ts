import { refreshAfter } from '#core/live'
import { SenderSchema } from '#database/schema'
import { toDb } from '#database/columns'
import { bell } from '#messages/bell'
import type { Reason } from '#messages/reasons'
import type User from '#users/models/user'
import type { Provider } from '#whatsapp/gateways/gateway'
import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Twilio's and Meta's default for one WhatsApp sender. */
export const DEFAULT_MESSAGES_PER_SECOND = 80
export const MOST_MESSAGES_PER_SECOND = 1000

/** Reasons of messages that wait for the sender, not for their own time. */
const HELD_BACK: Reason[] = ['throttled', 'not_sent', 'sender_blocked']

/**
 * - `paused`: a person stopped it.
 * - `blocked`: the provider refuses the account or the number; one message is tried now and then.
 * - `held`: the provider asked for patience.
 * - `retired`: an admin took it out of use.
 */
export type SenderState = 'open' | 'held' | 'blocked' | 'paused' | 'retired'

/**
 * What one of our numbers may send now. All processes read and write the same row, so that a limit is one limit.
 */
export default class Sender extends SenderSchema {
  /** Null for the one of the environment. */
  @column()
  declare provider: Provider | null

  @column({ serializeAs: null })
  declare settings: string | null

  @column({ consume: Boolean })
  declare isDefault: boolean

  /** The sender's row, made when it is first needed, by whoever of several comes first. */
  static async named(name: string, client?: QueryClientContract): Promise<Sender> {
    const kept = await this.findBy({ name }, client && { client })
    if (kept) return kept
    const now = toDb(DateTime.utc())
    const row = { name, messages_per_second: DEFAULT_MESSAGES_PER_SECOND }
    await (client ?? db)
      .table('senders')
      .insert({ ...row, created_at: now, updated_at: now })
      .onConflict('name')
      .ignore()
    return this.findByOrFail({ name }, client && { client })
  }

  get isRetired() {
    return Boolean(this.retiredAt)
  }

  get state(): SenderState {
    if (this.isRetired) return 'retired'
    if (this.pausedAt) return 'paused'
    if (this.blockedAt) return 'blocked'
    return this.heldUntil && this.heldUntil > DateTime.utc() ? 'held' : 'open'
  }

  /** Takes nothing new from now on; what is in the air arrives. */
  async pause({ by }: { by: User }) {
    await this.change((sender) => sender.merge({ pausedAt: DateTime.utc(), pausedById: by.id }))
  }

  /** Goes on, and tries again at once what the provider refused or slowed down. */
  async resume() {
    await this.change(async (sender, trx) => {
      await sender.retry(trx)
      return sender.merge({ pausedAt: null, pausedById: null })
    })
  }

  /** What the provider refused or slowed down is due at once. The row is left for the caller to save. */
  async retry(trx: TransactionClientContract) {
    if (this.setbacks > 0) this.nextSlotMs = 0
    await trx
      .from('messages')
      .where({ status: 'queued', sender: this.name })
      .whereIn('reason', HELD_BACK)
      .update({ send_at: toDb(DateTime.utc()) })
    ;(this as Sender).merge({ heldUntil: null })
  }

  /** @param messagesPerSecond whole, from 1 to `MOST_MESSAGES_PER_SECOND` */
  async limitTo(messagesPerSecond: number) {
    await this.change((sender) => sender.merge({ messagesPerSecond }))
  }

  private async change(
    how: (sender: Sender, trx: TransactionClientContract) => Sender | Promise<Sender>
  ) {
    await db.transaction(async (trx) => {
      const sender = await how(await Sender.lock(this.name, trx), trx)
      await sender.save()
      sender.announce(trx)
    })
    await this.refresh()
  }

  announce(trx: TransactionClientContract) {
    refreshAfter(trx, ['messages', 'senders'])
    bell.ringAfter(trx)
  }

  /** With the database's clock of that moment, in milliseconds, as `$extras.clock_ms`. */
  static async lock(name: string, trx: TransactionClientContract): Promise<Sender> {
    const clock = trx.raw(`${clockOf(trx)} as clock_ms`)
    const locked = () =>
      Sender.query({ client: trx }).select('*').select(clock).where({ name }).forUpdate().first()
    return (await locked()) ?? (await Sender.named(name, trx), (await locked())!)
  }
}

const clockOf = ({ dialect }: TransactionClientContract) =>
  dialect.name === 'postgres'
    ? 'extract(epoch from clock_timestamp()) * 1000'
    : `(julianday('now') - 2440587.5) * 86400000.0`
