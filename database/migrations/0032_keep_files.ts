import { BaseSchema } from '@adonisjs/lucid/schema'

/** Files people send and are sent, and calls that were none of a provider's. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('media_files', (table) => {
      table.bigIncrements('id')
      table.uuid('uuid').notNullable().unique()
      // Null until what is uploaded here is sent.
      table.bigInteger('message_id').nullable().references('messages.id').index()
      table.string('sender', 40).nullable()
      table.string('kind', 10).notNullable()
      table.string('content_type', 120).notNullable()
      table.string('filename', 200).nullable()
      table.integer('size').nullable()
      table.string('state', 10).notNullable()
      table.string('reason', 20).nullable()
      // The provider's address or id of it; who knows it still needs our credentials.
      table.text('reference').nullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.timestamp('next_at').nullable()
      table.integer('uploaded_by_id').nullable().references('users.id')
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
    this.schema.raw(
      `create index media_files_waiting on media_files (next_at) where state = 'waiting'`
    )
    // Apart, so that nothing reads the bytes by accident.
    this.schema.createTable('media_bytes', (table) => {
      table.bigInteger('file_id').primary().references('media_files.id').onDelete('CASCADE')
      table.binary('bytes').notNullable()
    })

    this.schema.createTable('webhook_refusals', (table) => {
      table.increments('id')
      table.string('provider', 20).notNullable()
      table.string('reason', 20).notNullable()
      table.timestamp('hour').notNullable()
      table.integer('count').notNullable()
      table.timestamp('last_at').notNullable()
      table.unique(['provider', 'reason', 'hour'])
    })
  }

  async down() {
    this.schema.dropTable('webhook_refusals')
    this.schema.dropTable('media_bytes')
    this.schema.dropTable('media_files')
  }
}
