import type { EventRow, InterviewRow, MessageRow } from '#tests/chaos/history'
import Database from 'better-sqlite3'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Rows {
  messages: MessageRow[]
  interviews: InterviewRow[]
  events: EventRow[]
}

/** A database of one scenario, seen from outside the application. */
export interface ChaosDatabase {
  readonly name: 'sqlite' | 'pg'
  /** What a process of the application is told. */
  readonly env: Record<string, string>
  query(sql: string): Promise<any[]>
  drop(): Promise<void>
}

export class SqliteDatabase implements ChaosDatabase {
  readonly name = 'sqlite'

  constructor(readonly path: string) {}

  get env() {
    return { DB_CONNECTION: 'sqlite', SQLITE_PATH: this.path }
  }

  async query(sql: string) {
    const database = new Database(this.path, { timeout: 10_000 })
    try {
      const statement = database.prepare(sql)
      return statement.reader ? statement.all() : [statement.run()]
    } finally {
      database.close()
    }
  }

  async drop() {}

  /** File and log as they are at this moment, like after a power cut. The log first would be a lie about order. */
  copyTo(folder: string): SqliteDatabase {
    const copy = join(folder, `copy-${Date.now()}.sqlite3`)
    copyFileSync(this.path, copy)
    if (existsSync(`${this.path}-wal`)) copyFileSync(`${this.path}-wal`, `${copy}-wal`)
    return new SqliteDatabase(copy)
  }
}

export class PostgresDatabase implements ChaosDatabase {
  readonly name = 'pg'

  constructor(
    readonly adminUrl: string,
    readonly database: string
  ) {}

  get url() {
    const url = new URL(this.adminUrl)
    url.pathname = `/${this.database}`
    return url.href
  }

  get env() {
    return { DB_CONNECTION: 'pg', DATABASE_URL: this.url }
  }

  query(sql: string) {
    return queryAt(this.url, sql)
  }

  async drop() {
    await this.asAdmin(`drop database if exists ${this.database} with (force)`)
  }

  asAdmin(sql: string) {
    return queryAt(this.adminUrl, sql)
  }
}

async function queryAt(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

export async function readRows(database: ChaosDatabase): Promise<Rows> {
  const messages = await database.query(
    `select * from messages where direction = 'outbound' order by id`
  )
  const interviews = await database.query('select * from interviews order by id')
  const events = await database.query('select * from interview_events order by id')
  return {
    messages: messages.map(messageOf),
    interviews: interviews.map(interviewOf),
    events: events.map(eventOf),
  }
}

const messageOf = (row: any): MessageRow => ({
  id: Number(row.id),
  uuid: row.uuid,
  interviewId: row.interview_id,
  kind: row.kind,
  templateKey: row.template_key,
  revision: row.revision,
  facts: json(row.facts),
  status: row.status,
  reason: row.reason,
  address: row.address,
  priority: row.priority,
  sendAt: instant(row.send_at),
  leaseUntil: instant(row.lease_until),
  reconcileAt: instant(row.reconcile_at),
  attempts: row.attempts,
  crashes: row.crashes,
  providerMessageId: row.provider_message_id,
  createdAt: instant(row.created_at)!,
})

const interviewOf = (row: any): InterviewRow => ({
  id: row.id,
  title: row.title,
  status: row.status,
  startsAt: instant(row.starts_at)!,
  nextReminderAt: instant(row.next_reminder_at),
})

const eventOf = (row: any): EventRow => ({
  interviewId: row.interview_id,
  kind: row.kind,
  changes: json(row.changes) ?? {},
  at: instant(row.created_at)!,
})

const json = (value: any) => (typeof value === 'string' ? JSON.parse(value) : value)
const instant = (value: any) => (value === null ? null : new Date(value).getTime())
