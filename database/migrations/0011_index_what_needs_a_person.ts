import { BaseSchema } from '@adonisjs/lucid/schema'

const INDEXES = {
  messages_stuck: `messages (id) where status in ('failed', 'unconfirmed')`,
  messages_inbound: `messages (created_at) where direction = 'inbound'`,
  interviews_open: `interviews (ends_at) where status in ('scheduled', 'confirmed')`,
}

/** *Hoje* asks on every visit; it costs what is stuck or open, not what is stored. */
export default class extends BaseSchema {
  async up() {
    for (const [name, rows] of Object.entries(INDEXES)) {
      this.schema.raw(`create index ${name} on ${rows}`)
    }
  }

  async down() {
    for (const name of Object.keys(INDEXES)) this.schema.raw(`drop index ${name}`)
  }
}
