import { JobOpeningSchema } from '#database/schema'
import { scope } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'

/**
 * The position being filled (vaga). A closed one keeps its interviews but is no longer offered.
 */
export default class JobOpening extends JobOpeningSchema {
  static open = scope((query) => query.whereNull('closed_at').orderBy('title'))

  async close() {
    this.closedAt = DateTime.utc()
    await this.save()
  }

  async reopen() {
    this.closedAt = null
    await this.save()
  }
}
