import { BaseSchema } from '@adonisjs/lucid/schema'

/** What WhatsApp approved, or did not, of each text; a message keeps which of them it went out as. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('template_twins', (table) => {
      table.increments('id')
      table.string('sender', 40).notNullable()
      table.string('template_key', 40).notNullable()
      table.string('locale', 10).notNullable()
      table.integer('version').notNullable()
      table.text('body').notNullable()
      table.json('variables').notNullable()
      table.json('buttons').notNullable()
      table.string('name', 80).notNullable()
      table.string('language', 10).notNullable()
      table.string('provider_template_id', 80).nullable()
      table.string('state', 10).notNullable()
      table.text('reason').nullable()
      table.string('category', 30).nullable()
      table.integer('submitted_by_id').nullable().references('users.id')
      table.timestamp('submitted_at').notNullable()
      table.timestamp('checked_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.unique(['sender', 'template_key', 'locale', 'version'])
      // Numbers of one account at the provider share its names.
      table.unique(['name', 'language'])
      table.index(['state', 'checked_at'])
      table.index(['provider_template_id'])
    })
    this.schema.alterTable('messages', (table) => {
      table.integer('template_twin_id').nullable().references('template_twins.id')
      // Its values, and the free text it stands for.
      table.json('twin_wording').nullable()
    })
  }

  async down() {
    this.schema.alterTable('messages', (table) => {
      table.dropColumns('template_twin_id', 'twin_wording')
    })
    this.schema.dropTable('template_twins')
  }
}
