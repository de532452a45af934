import { BaseSchema } from '@adonisjs/lucid/schema'

/** Written with the booking, so that a request that comes again after a crash finds what it booked. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('interviews', (table) => {
      table.string('request_key', 80).nullable()
    })
    this.schema.raw(
      'create unique index interviews_request_key on interviews (request_key) where request_key is not null'
    )
  }

  async down() {
    this.schema.raw('drop index interviews_request_key')
    this.schema.alterTable('interviews', (table) => {
      table.dropColumn('request_key')
    })
  }
}
