import { WebhookCallSchema } from '#database/schema'
import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { column } from '@adonisjs/lucid/orm'
import { GroupCommit } from '#webhooks/group_commit'
import logger from '@adonisjs/core/services/logger'
import type { Provider } from '#whatsapp/gateways/gateway'
import db from '@adonisjs/lucid/services/db'
import type { ModelObject } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'

const DAYS_KEPT = 30
const MOST_ATTEMPTS = 10
/** At a time: the next ones come with the next minute. */
const MOST = 200

/** `batch`: several things, in either direction, in one call. */
export type CallKind = 'status' | 'message' | 'batch'

export interface Arrival {
  provider: Provider
  kind: CallKind
  /** Ours that it is about; null: what is in it tells. */
  sender?: string | null
  /** The same call again is the same row. */
  dedupeKey: string
  query: string
  body: string
}

/**
 * A provider's call, kept as it came: verified, stored, answered, and only then understood. It can be replayed.
 */
export default class WebhookCall extends WebhookCallSchema {
  @column()
  declare provider: Provider

  @column()
  declare kind: CallKind

  /** The id of the new row, or null when this call is known already. Resolves when it is committed. */
  static keep(arrival: Arrival): Promise<number | null> {
    return arrivals.add(arrival)
  }

  /** In the order of `batch`; what comes twice within it is one row. */
  static async insert(batch: Arrival[]): Promise<(number | null)[]> {
    const now = toDb(DateTime.utc())
    // By hand: Knex takes longer to put many rows together than the database to store them.
    const inserted = await rowsOf<{ id: number; dedupe_key: string }>(
      `insert into webhook_calls (provider, kind, sender, query, body, dedupe_key, created_at)
       values ${batch.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
       on conflict (dedupe_key) do nothing returning id, dedupe_key`,
      batch.flatMap((call) => [
        call.provider,
        call.kind,
        call.sender ?? null,
        call.query,
        call.body,
        call.dedupeKey,
        now,
      ])
    )
    const ids = new Map(inserted.map((row) => [row.dedupe_key, row.id]))
    return batch.map(({ dedupeKey }) => ids.get(dedupeKey) ?? null)
  }

  /** Up to `limit` of the oldest calls nobody has begun to understand. They are the caller's from now on: no one else is given them. */
  static async takeNew(limit: number): Promise<WebhookCall[]> {
    const rows = await rowsOf<ModelObject>(
      `update webhook_calls set attempts = 1
       where id in (
         select id from webhook_calls where processed_at is null and attempts = 0
         order by id limit ? ${isPg() ? 'for update skip locked' : ''})
       returning *`,
      [limit]
    )
    return rows
      .sort((a, b) => a.id - b.id)
      .map((row) => this.$createFromAdapterResult(row) as WebhookCall)
  }

  /** Writes down what came of the calls that were understood. */
  static async conclude(calls: WebhookCall[]) {
    const understood = calls.filter(({ processedAt }) => processedAt)
    for (const [outcome, some] of Map.groupBy(understood, (call) => call.outcome)) {
      const ids = some.map(({ id }) => id)
      await this.query()
        .whereIn('id', ids)
        .update({ outcome, processed_at: toDb(some[0].processedAt!) })
    }
  }

  /** What has been understood is needed only to look back at; it names people, so it does not stay for ever. */
  static async purge() {
    const limit = DateTime.utc().minus({ days: DAYS_KEPT })
    await WebhookCall.query()
      .whereNotNull('processed_at')
      .where('created_at', '<', toDb(limit))
      .delete()
  }

  /** Calls whose job was lost: their doorbell is rung again, for the least tried first. */
  static async forgotten(olderThan: DateTime) {
    await this.giveUp()
    const rows = await WebhookCall.query()
      .whereNull('processed_at')
      .where('created_at', '<', toDb(olderThan))
      .orderBy('attempts')
      .orderBy('id')
      .limit(MOST)
    return rows.map(({ id }) => Number(id))
  }

  /** What failed so often fails again; the row stays for a person to look at, the log names no more than its id. */
  private static async giveUp() {
    const hopeless = await WebhookCall.query()
      .whereNull('processed_at')
      .where('attempts', '>=', MOST_ATTEMPTS)
      .orderBy('id')
      .limit(MOST)
    for (const call of hopeless) {
      await call.merge({ outcome: 'gave_up', processedAt: DateTime.utc() }).save()
      logger.error({ webhookCallId: call.id }, 'gave up on a webhook call')
    }
  }
}

const isPg = () => db.connection().dialect.name === 'postgres'

const arrivals = new GroupCommit((batch: Arrival[]) => WebhookCall.insert(batch))
