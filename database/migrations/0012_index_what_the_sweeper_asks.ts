import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What the sweeper asks every fifteen seconds costs what is uncertain, not what is stored. The conditions are ones that
 * SQLite recognises in a query with bound values.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('drop index messages_uncertain')
    this.schema.raw(
      'create index messages_to_ask_about on messages (reconcile_at) where reconcile_at is not null'
    )
    this.schema.raw(
      'create index messages_leased on messages (lease_until) where lease_owner is not null'
    )
  }

  async down() {
    this.schema.raw('drop index messages_leased')
    this.schema.raw('drop index messages_to_ask_about')
    this.schema.raw(
      `create index messages_uncertain on messages (status, lease_until, reconcile_at) where status in ('sending', 'unconfirmed')`
    )
  }
}
