import { BaseSchema } from '@adonisjs/lucid/schema'

const INDEXES = {
  messages_waiting: `messages (sender, send_at, id, reason) where status = 'queued'`,
  messages_unconfirmed: `messages (id, sender, reconcile_at) where status = 'unconfirmed'`,
  messages_lost: `messages (updated_at, id, sender, status, reason, error_code) where status in ('failed', 'expired')`,
  messages_sent: `messages (sent_at, sender) where sent_at is not null and direction = 'outbound'`,
}

/** *Fila de envio*, `/health` and `/metrics` cost what waits and what just happened, not what is stored. */
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
