import { BaseSchema } from '@adonisjs/lucid/schema'

/** *Hoje* asks for what the provider took and never spoke of again; most messages are that for seconds. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create index messages_unheard on messages (sent_at) where status = 'accepted'`)
  }

  async down() {
    this.schema.raw('drop index messages_unheard')
  }
}
