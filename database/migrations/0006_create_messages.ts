import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('messages', (table) => {
      table.bigIncrements('id')
      table.uuid('uuid').notNullable().unique()
      table.string('direction', 8).notNullable()
      table.string('kind', 20).notNullable()
      table.string('status', 16).notNullable()
      table.string('reason', 40).nullable()
      table.integer('contact_id').nullable().references('contacts.id')
      table.integer('interview_id').nullable().references('interviews.id')
      table.integer('revision').nullable()
      table.string('template_key', 40).nullable()
      table.json('facts').nullable()
      table.string('dedupe_key', 120).nullable().unique()
      table.string('sender', 40).notNullable()
      table.string('provider', 20).nullable()
      table.string('provider_message_id', 200).nullable()
      table.string('address', 160).notNullable()
      table.text('body').notNullable()
      table.json('media').nullable()
      table.integer('priority').notNullable()
      table.timestamp('send_at').nullable()
      table.timestamp('expires_at').nullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.string('lease_owner', 60).nullable()
      table.timestamp('lease_until').nullable()
      table.timestamp('claimed_at').nullable()
      table.timestamp('reconcile_at').nullable()
      table.integer('absent_reads').notNullable().defaultTo(0)
      table.string('error_code', 20).nullable()
      table.string('error_detail', 500).nullable()
      table.timestamp('sent_at').nullable()
      table.timestamp('delivered_at').nullable()
      table.timestamp('read_at').nullable()
      table.timestamp('failed_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.unique(['provider', 'provider_message_id'])
      table.index(['contact_id', 'id'])
      table.index(['interview_id', 'id'])
    })
    this.schema.raw(
      `create index messages_due on messages (priority, send_at, id) where status = 'queued'`
    )
    // Order per conversation: a row waits while an older one to the same address is open.
    this.schema.raw(
      `create index messages_open on messages (address, id) where status in ('queued', 'sending', 'unconfirmed')`
    )
    this.schema.raw(
      `create index messages_uncertain on messages (status, lease_until, reconcile_at) where status in ('sending', 'unconfirmed')`
    )

    this.schema.createTable('receipts', (table) => {
      table.bigIncrements('id')
      table.bigInteger('message_id').notNullable().references('messages.id').onDelete('CASCADE')
      table.string('status', 16).notNullable()
      table.string('error_code', 20).nullable()
      table.string('error_detail', 500).nullable()
      table.string('dedupe_key', 240).notNullable().unique()
      table.timestamp('occurred_at').notNullable()
      table.timestamp('created_at').notNullable()
      table.index(['message_id', 'id'])
    })

    this.schema.createTable('webhook_calls', (table) => {
      table.bigIncrements('id')
      table.string('provider', 20).notNullable()
      table.string('kind', 20).notNullable()
      table.string('dedupe_key', 240).notNullable().unique()
      table.string('query', 2000).notNullable()
      table.text('body').notNullable()
      table.string('outcome', 40).nullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.timestamp('processed_at').nullable()
      table.timestamp('created_at').notNullable()
    })
    this.schema.raw(
      'create index webhook_calls_waiting on webhook_calls (id) where processed_at is null'
    )
  }

  async down() {
    this.schema.dropTable('webhook_calls')
    this.schema.dropTable('receipts')
    this.schema.dropTable('messages')
  }
}
