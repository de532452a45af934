import { BaseSchema } from '@adonisjs/lucid/schema'

/** One pair of tokens for each ChatApp sender, whichever process uses it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('chat_app_tokens', (table) => {
      table.string('sender', 40).primary()
      // Encrypted; null until somebody signs in.
      table.text('tokens').nullable()
      // Rises each time they are replaced.
      table.integer('version').notNullable().defaultTo(0)
      // Who is replacing them now, and until when that is believed.
      table.string('lease', 36).nullable()
      table.timestamp('lease_until').nullable()
    })
  }

  async down() {
    this.schema.dropTable('chat_app_tokens')
  }
}
