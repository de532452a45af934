import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('contacts', (table) => {
      table.increments('id')
      table.string('name', 120).notNullable()
      table.string('search_text', 400).notNullable().index()
      table.string('phone', 16).nullable().unique()
      table.string('whatsapp_address', 160).nullable().index()
      table.string('email', 254).nullable()
      table.string('locale', 10).notNullable()
      table.string('time_zone', 64).nullable()
      table.string('external_id', 120).nullable().unique()
      table.text('notes').nullable()
      table.timestamp('last_inbound_at').nullable()
      table.timestamp('anonymised_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.index(['name', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('contacts')
  }
}
