import { BaseSchema } from '@adonisjs/lucid/schema'

/** Each sender's lane asks for its own, one priority at a time. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('drop index messages_due')
    this.schema.raw(
      `create index messages_due on messages (sender, priority, send_at, id) where status = 'queued'`
    )
  }

  async down() {
    this.schema.raw('drop index messages_due')
    this.schema.raw(
      `create index messages_due on messages (priority, send_at, id) where status = 'queued'`
    )
  }
}
