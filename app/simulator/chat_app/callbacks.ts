import type { Database } from '#simulator/database'

export interface Callback {
  /** `12345/grWhatsApp` */
  line: string
  url: string
  events: string[]
}

type Row = Omit<Callback, 'events'> & { events: string }

const toCallback = ({ line, url, events }: Row): Callback => ({
  line,
  url,
  events: JSON.parse(events),
})

/** Where the customer wants to be told what happens, by licence and messenger. */
export class Callbacks {
  constructor(private database: Database) {}

  /** The last one registered comes first. */
  all(): Callback[] {
    const rows = this.database
      .prepare('select * from chat_app_callbacks order by registered_at desc')
      .all()
    return (rows as Row[]).map(toCallback)
  }

  find(line: string): Callback | null {
    return this.all().find((one) => one.line === line) ?? null
  }

  register({ line, url, events }: Callback) {
    this.database
      .prepare(
        'insert or replace into chat_app_callbacks (line, url, events, registered_at) values (?, ?, ?, ?)'
      )
      .run(line, url, JSON.stringify(events), Date.now())
  }

  remove(line: string) {
    this.database.prepare('delete from chat_app_callbacks where line = ?').run(line)
  }
}
