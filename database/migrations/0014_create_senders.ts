import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a sender may do now is known to all processes, so it is a row. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('senders', (table) => {
      table.increments('id')
      table.string('name', 40).notNullable().unique()
      table.integer('messages_per_second').notNullable()
      // When the next message would leave if all were evenly spaced; milliseconds of the database's clock.
      table.double('next_slot_ms').notNullable().defaultTo(0)
      table.timestamp('paused_at').nullable()
      table.integer('paused_by_id').nullable().references('users.id')
      table.timestamp('held_until').nullable()
      table.integer('setbacks').notNullable().defaultTo(0)
      table.timestamp('blocked_at').nullable()
      table.string('last_code', 20).nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
    this.schema.alterTable('messages', (table) => {
      table.integer('crashes').notNullable().defaultTo(0)
    })
    // What one person was sent lately.
    this.schema.raw(
      'create index messages_sent_lately on messages (address, claimed_at) where claimed_at is not null'
    )
  }

  async down() {
    this.schema.raw('drop index messages_sent_lately')
    this.schema.alterTable('messages', (table) => {
      table.dropColumn('crashes')
    })
    this.schema.dropTable('senders')
  }
}
