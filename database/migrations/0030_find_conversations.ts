import { BaseSchema } from '@adonisjs/lucid/schema'

/** The lists of the inbox, newest activity first. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('conversations', (table) => {
      table.index(['last_activity_at', 'id'], 'conversations_newest')
      table.index(['sender', 'last_activity_at', 'id'], 'conversations_of_sender')
    })
    this.schema.raw(
      `create index conversations_in_hand on conversations (assignee_id, last_activity_at, id) where status in ('open', 'waiting')`
    )
    this.schema.raw(
      `create index conversations_asleep on conversations (snoozed_until) where status = 'snoozed'`
    )
    this.schema.raw(
      `create index conversations_news on conversations (last_inbound_at) where status = 'open'`
    )
  }

  async down() {
    this.schema.raw('drop index conversations_news')
    this.schema.raw('drop index conversations_asleep')
    this.schema.raw('drop index conversations_in_hand')
    this.schema.alterTable('conversations', (table) => {
      table.dropIndex([], 'conversations_of_sender')
      table.dropIndex([], 'conversations_newest')
    })
  }
}
