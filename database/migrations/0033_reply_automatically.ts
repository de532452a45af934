import { BaseSchema } from '@adonisjs/lucid/schema'

/** What nobody here has to answer by hand: by a backend of one's own, and at night by one sentence. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('reply_backends', (table) => {
      table.increments('id')
      table.string('sender', 40).notNullable().unique()
      table.string('url', 500).notNullable()
      table.string('mode', 10).notNullable()
      table.integer('timeout_seconds').notNullable()
      // In a row; after some of them nobody is asked for a while.
      table.integer('failures').notNullable().defaultTo(0)
      table.timestamp('rests_until').nullable()
      table.string('last_failure', 200).nullable()
      table.timestamp('last_failure_at').nullable()
      table.timestamp('last_reply_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
    this.schema.createTable('reply_tasks', (table) => {
      table.bigIncrements('id')
      table.bigInteger('message_id').notNullable().unique().references('messages.id')
      table.integer('backend_id').notNullable().references('reply_backends.id').onDelete('CASCADE')
      table.integer('contact_id').notNullable().references('contacts.id')
      table.string('sender', 40).notNullable()
      table.string('status', 10).notNullable()
      table.string('reason', 20).nullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.timestamp('next_at').notNullable()
      table.string('lease_owner', 36).nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
    this.schema.raw(
      `create index reply_tasks_waiting on reply_tasks (contact_id, sender, id) where status = 'waiting'`
    )
    this.schema.raw(
      `create index reply_tasks_due on reply_tasks (next_at) where status = 'waiting'`
    )
    this.schema.alterTable('company_settings', (table) => {
      table.json('attendance').notNullable().defaultTo('[]')
      table.text('off_hours_text').nullable()
    })
  }

  async down() {
    this.schema.alterTable('company_settings', (table) => {
      table.dropColumns('attendance', 'off_hours_text')
    })
    this.schema.dropTable('reply_tasks')
    this.schema.dropTable('reply_backends')
  }
}
