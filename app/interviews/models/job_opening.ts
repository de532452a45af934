import { JobOpeningSchema } from '#database/schema'
import { scope } from '@adonisjs/lucid/orm'

/**
 * The position being filled (vaga). A closed one keeps its interviews but is no longer offered.
 */
export default class JobOpening extends JobOpeningSchema {
  static open = scope((query) => query.whereNull('closed_at').orderBy('title'))
}
