import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('templates', (table) => {
      table.increments('id')
      table.string('key', 40).notNullable()
      table.string('locale', 10).notNullable()
      table.text('body').notNullable()
      table.integer('updated_by_id').nullable().references('users.id')
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.unique(['key', 'locale'])
    })
  }

  async down() {
    this.schema.dropTable('templates')
  }
}
