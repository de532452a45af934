import { BaseSchema } from '@adonisjs/lucid/schema'

/** WhatsApp may know a Brazilian mobile with or without its ninth digit: the form that did not work is tried once only. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('messages', (table) => {
      table.string('tried_address', 160).nullable()
      // The provider's id of that try: what is still said of it is not about this one.
      table.string('tried_message_id', 200).nullable()
    })
  }

  async down() {
    this.schema.alterTable('messages', (table) => {
      table.dropColumns('tried_address', 'tried_message_id')
    })
  }
}
