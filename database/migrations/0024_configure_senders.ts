import { BaseSchema } from '@adonisjs/lucid/schema'

/** Senders that an admin adds while it runs. What the environment configures needs nothing of this. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('senders', (table) => {
      table.string('provider', 20).nullable()
      table.string('label', 60).nullable()
      table.string('number', 20).nullable()
      // Encrypted: it holds what opens the account at the provider.
      table.text('settings').nullable()
      table.string('webhook_key', 64).nullable().unique()
      table.boolean('is_default').notNullable().defaultTo(false)
      table.timestamp('retired_at').nullable()
      table.timestamp('configured_at').nullable()
      // Rises with every change that other processes must hear of.
      table.integer('config_version').notNullable().defaultTo(0)
    })
    this.schema.raw(
      'create unique index senders_one_default on senders (is_default) where is_default'
    )
  }

  async down() {
    this.schema.raw('drop index senders_one_default')
    // On PostgreSQL it is a constraint, and goes with its column.
    const isPg = this.db.dialect.name === 'postgres'
    if (!isPg) this.schema.raw('drop index if exists senders_webhook_key_unique')
    this.schema.alterTable('senders', (table) => {
      table.dropColumns(
        'provider',
        'label',
        'number',
        'settings',
        'webhook_key',
        'is_default',
        'retired_at',
        'configured_at',
        'config_version'
      )
    })
  }
}
