import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('company_settings', (table) => {
      table.increments('id')
      table.string('company_name', 80).notNullable()
      table.string('signature', 80).notNullable()
      table.string('time_zone', 64).notNullable()
      table.string('quiet_hours_start', 5).nullable()
      table.string('quiet_hours_end', 5).nullable()
      table.json('reminder_offsets').notNullable()
      table.integer('default_duration_minutes').notNullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('company_settings')
  }
}
