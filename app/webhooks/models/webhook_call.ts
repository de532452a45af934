import { WebhookCallSchema } from '#database/schema'
import { toDb } from '#database/columns'
import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const DAYS_KEPT = 30

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

  /** Calls whose job was lost: their doorbell is rung again. */
  static async forgotten(olderThan: DateTime) {
    const rows = await WebhookCall.query()
      .whereNull('processed_at')
      .where('created_at', '<', toDb(olderThan))
      .orderBy('id')
      .limit(200)
    return rows.map(({ id }) => Number(id))
  }
}
