import { BaseSchema } from '@adonisjs/lucid/schema'

/** What candidates answer about their interviews, and when they may move one by themselves. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answers', (table) => {
      table.bigIncrements('id')
      // What was written; null for what was done on the page behind the link. Once each.
      table.bigInteger('message_id').nullable().unique().references('messages.id')
      table.integer('contact_id').notNullable().references('contacts.id')
      table.integer('interview_id').nullable().references('interviews.id')
      table.integer('revision').nullable()
      table.string('intent', 10).notNullable()
      table.string('outcome', 20).notNullable()
      table.text('text').nullable()
      table.json('choices').nullable()
      table.timestamp('open_until').nullable()
      table.timestamp('seen_at').nullable()
      table.integer('seen_by_id').nullable().references('users.id')
      table.timestamp('created_at').notNullable()
      table.index(['contact_id', 'id'])
      table.index(['interview_id', 'id'])
    })
    this.schema.raw(
      `create index answers_unseen on answers (created_at) where seen_at is null and outcome in ('asked_to_move', 'wished', 'cancelled')`
    )

    this.schema.alterTable('interviews', (table) => {
      table.boolean('candidate_may_move').notNullable().defaultTo(true)
    })
    this.schema.alterTable('interview_events', (table) => {
      table.boolean('by_candidate').notNullable().defaultTo(false)
    })
    this.schema.alterTable('company_settings', (table) => {
      table.json('move_windows').notNullable().defaultTo('[]')
      table.integer('move_lead_hours').notNullable().defaultTo(24)
      table.integer('move_horizon_days').notNullable().defaultTo(14)
    })
  }

  async down() {
    this.schema.alterTable('company_settings', (table) => {
      table.dropColumns('move_windows', 'move_lead_hours', 'move_horizon_days')
    })
    this.schema.alterTable('interview_events', (table) => {
      table.dropColumn('by_candidate')
    })
    this.schema.alterTable('interviews', (table) => {
      table.dropColumn('candidate_may_move')
    })
    this.schema.dropTable('answers')
  }
}
