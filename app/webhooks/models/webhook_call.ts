import { WebhookCallSchema } from '#database/schema'
import { toDb } from '#database/columns'
import { column } from '@adonisjs/lucid/orm'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const DAYS_KEPT = 30
const MOST_ATTEMPTS = 10
/** At a time: the next ones come with the next minute. */
const MOST = 200

interface Arrival {
  provider: 'twilio'
  kind: 'status' | 'message'
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
  declare provider: Arrival['provider']

  @column()
  declare kind: Arrival['kind']

  /** The id of the new row, or null when this call is known already. */
  static async keep({ provider, kind, dedupeKey, query, body }: Arrival): Promise<number | null> {
    const row = {
      provider,
      kind,
      query,
      body,
      dedupe_key: dedupeKey,
      created_at: toDb(DateTime.utc()),
    }
    const inserted = await db
      .connection()
      .getWriteClient()('webhook_calls')
      .insert(row)
      .onConflict('dedupe_key')
      .ignore()
      .returning('id')
    return inserted[0]?.id ?? null
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
