import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a team needs to answer together: notes, mentions, ready texts, and teams that conversations belong to. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('notes', (table) => {
      table.bigIncrements('id')
      table.bigInteger('conversation_id').notNullable().references('conversations.id')
      table.integer('author_id').notNullable().references('users.id')
      // Its place in the thread: the last message there was. None: it stands at the beginning.
      table.bigInteger('after_message_id').nullable().references('messages.id')
      table.text('body').notNullable()
      table.string('request_key', 120).nullable().unique()
      table.timestamp('created_at').notNullable()
      table.index(['conversation_id', 'after_message_id', 'id'])
    })
    this.schema.createTable('mentions', (table) => {
      table.bigIncrements('id')
      table.bigInteger('note_id').notNullable().references('notes.id').onDelete('CASCADE')
      table.bigInteger('conversation_id').notNullable().references('conversations.id')
      table.integer('user_id').notNullable().references('users.id')
      table.timestamp('seen_at').nullable()
      table.timestamp('created_at').notNullable()
      table.unique(['note_id', 'user_id'])
    })
    this.schema.raw(
      'create index mentions_unseen on mentions (user_id, conversation_id) where seen_at is null'
    )

    this.schema.createTable('quick_replies', (table) => {
      table.increments('id')
      table.string('shortcut', 30).notNullable().unique()
      table.text('body').notNullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })

    this.schema.createTable('teams', (table) => {
      table.increments('id')
      table.string('name', 60).notNullable().unique()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })
    this.schema.createTable('team_members', (table) => {
      table.integer('team_id').notNullable().references('teams.id').onDelete('CASCADE')
      table.integer('user_id').notNullable().references('users.id')
      table.primary(['team_id', 'user_id'])
      table.index(['user_id'])
    })
    this.schema.alterTable('conversations', (table) => {
      table.integer('team_id').nullable().references('teams.id')
      table.index(['team_id', 'last_activity_at', 'id'], 'conversations_of_team')
    })
  }

  async down() {
    this.schema.alterTable('conversations', (table) => {
      table.dropIndex([], 'conversations_of_team')
      table.dropColumn('team_id')
    })
    this.schema.dropTable('team_members')
    this.schema.dropTable('teams')
    this.schema.dropTable('quick_replies')
    this.schema.dropTable('mentions')
    this.schema.dropTable('notes')
  }
}
