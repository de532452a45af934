import { BaseSchema } from '@adonisjs/lucid/schema'
import { toDb } from '#database/columns'
import { DateTime } from 'luxon'

const USUAL = ['Triagem', 'Técnica', 'Gestor', 'Final']

/** What nearly every company calls them, so that the first booking form is not bare; *Configurações* renames them. */
export default class extends BaseSchema {
  async up() {
    const now = toDb(DateTime.utc())
    const rows = USUAL.map((name, index) => ({
      name,
      position: index + 1,
      created_at: now,
      updated_at: now,
    }))
    this.defer(async (db) => {
      await db.table('rounds').multiInsert(rows)
    })
  }

  async down() {
    this.defer(async (db) => {
      await db.from('rounds').whereIn('name', USUAL).delete()
    })
  }
}
