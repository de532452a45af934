import { BaseSchema } from '@adonisjs/lucid/schema'

/** What each person lets us write to them: every decision is kept, the latest stands with the contact. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('consents', (table) => {
      table.increments('id')
      table.integer('contact_id').notNullable().references('contacts.id')
      table.string('decision', 16).notNullable()
      table.string('source', 16).notNullable()
      table.text('text').nullable()
      table.string('sender', 40).nullable()
      table.integer('recorded_by_id').nullable().references('users.id')
      table.timestamp('created_at').notNullable()
      table.index(['contact_id', 'id'])
    })
    this.schema.alterTable('contacts', (table) => {
      table.string('accepts', 16).notNullable().defaultTo('everything')
    })
    this.schema.alterTable('company_settings', (table) => {
      table.integer('daily_messages_per_contact').notNullable().defaultTo(20)
    })
  }

  async down() {
    this.schema.alterTable('company_settings', (table) => {
      table.dropColumn('daily_messages_per_contact')
    })
    this.schema.alterTable('contacts', (table) => {
      table.dropColumn('accepts')
    })
    this.schema.dropTable('consents')
  }
}
