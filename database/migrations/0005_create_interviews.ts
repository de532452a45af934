import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('job_openings', (table) => {
      table.increments('id')
      table.string('title', 120).notNullable().unique()
      table.timestamp('closed_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })

    this.schema.createTable('rounds', (table) => {
      table.increments('id')
      table.string('name', 60).notNullable().unique()
      table.integer('position').notNullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
    })

    this.schema.createTable('interviews', (table) => {
      table.increments('id')
      table.integer('candidate_id').notNullable().references('contacts.id').index()
      table.integer('job_opening_id').nullable().references('job_openings.id').index()
      table.integer('round_id').nullable().references('rounds.id')
      table.string('title', 120).notNullable()
      table.string('interview_type', 10).notNullable()
      table.string('status', 12).notNullable()
      table.timestamp('starts_at').notNullable()
      table.timestamp('ends_at').notNullable()
      table.string('time_zone', 64).notNullable()
      table.integer('duration_minutes').notNullable()
      table.string('location', 300).nullable()
      table.string('meeting_url', 500).nullable()
      table.text('description').nullable()
      table.text('internal_notes').nullable()
      table.integer('revision').notNullable()
      table.timestamp('next_reminder_at').nullable()
      table.timestamp('reminder_sent_at').nullable()
      table.string('whatsapp_status', 16).nullable()
      table.string('whatsapp_message_sid', 200).nullable()
      table.timestamp('whatsapp_sent_at').nullable()
      table.timestamp('created_at').notNullable()
      table.timestamp('updated_at').notNullable()
      table.index(['starts_at', 'id'])
    })
    // Costs what is due, not what is stored: rows without a reminder ahead are not in it.
    this.schema.raw(
      'create index interviews_reminder_due on interviews (next_reminder_at, id) where next_reminder_at is not null'
    )

    this.schema.createTable('interview_interviewers', (table) => {
      table.integer('interview_id').notNullable().references('interviews.id').onDelete('CASCADE')
      table.integer('user_id').notNullable().references('users.id')
      table.primary(['interview_id', 'user_id'])
      table.index(['user_id'])
    })

    this.schema.createTable('interview_events', (table) => {
      table.bigIncrements('id')
      table.integer('interview_id').notNullable().references('interviews.id').onDelete('CASCADE')
      table.string('kind', 20).notNullable()
      table.integer('actor_id').nullable().references('users.id')
      table.integer('revision').notNullable()
      table.json('changes').notNullable()
      table.string('reason', 500).nullable()
      table.timestamp('created_at').notNullable()
      table.index(['interview_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('interview_events')
    this.schema.dropTable('interview_interviewers')
    this.schema.dropTable('interviews')
    this.schema.dropTable('rounds')
    this.schema.dropTable('job_openings')
  }
}
