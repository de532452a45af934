import { BaseSchema } from '@adonisjs/lucid/schema'

/** One person may write to several of our numbers, and need not show one of their own. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('conversations', (table) => {
      table.bigIncrements('id')
      table.integer('contact_id').notNullable().references('contacts.id')
      table.string('sender', 40).notNullable()
      table.string('status', 10).notNullable()
      table.integer('assignee_id').nullable().references('users.id')
      table.timestamp('snoozed_until').nullable()
      // Opens the 24 hours in which this number may write free text to this person.
      table.timestamp('last_inbound_at').nullable()
      table.timestamp('last_activity_at').notNullable()
      table.integer('unread_count').notNullable().defaultTo(0)
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.unique(['contact_id', 'sender'])
      table.index(['status', 'last_activity_at', 'id'])
      table.index(['assignee_id', 'status', 'last_activity_at', 'id'])
    })
    // Until now there was one number, and every window was its own.
    this.schema.raw(
      `insert into conversations (contact_id, sender, status, last_inbound_at, last_activity_at, created_at, updated_at)
       select id, 'twilio', 'resolved', last_inbound_at, last_inbound_at, last_inbound_at, last_inbound_at
       from contacts where last_inbound_at is not null and anonymised_at is null`
    )

    this.schema.alterTable('contacts', (table) => {
      // The provider's lasting id of somebody, who may hide their number.
      table.string('whatsapp_user_id', 160).nullable().unique()
    })
    this.schema.alterTable('messages', (table) => {
      table.json('content').nullable()
      table.integer('author_id').nullable().references('users.id')
      table.dropColumn('media')
    })
    this.schema.alterTable('webhook_calls', (table) => {
      table.string('sender', 40).nullable()
    })
    // A thread, newest first.
    this.schema.raw('create index messages_of_thread on messages (contact_id, sender, id)')
  }

  async down() {
    this.schema.raw('drop index messages_of_thread')
    this.schema.alterTable('webhook_calls', (table) => {
      table.dropColumn('sender')
    })
    this.schema.alterTable('messages', (table) => {
      table.dropColumns('content', 'author_id')
      table.json('media').nullable()
    })
    this.schema.alterTable('contacts', (table) => {
      table.dropColumn('whatsapp_user_id')
    })
    this.schema.dropTable('conversations')
  }
}
