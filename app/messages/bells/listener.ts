import { PostgresListener } from '#messages/bells/postgres_line'
import { SqliteListener } from '#messages/bells/sqlite_line'
import db from '@adonisjs/lucid/services/db'
import type { ClientConfig } from 'pg'

/**
 * How the bells of other processes are heard, for a process that has a dispatcher. On SQLite one beside the web hears
 * enough: everybody else writes seldom, and it looks each second.
 */
export function listener({ besideWeb }: { besideWeb: boolean }) {
  const { client, connection } = db.manager.get(db.primaryConnectionName)!.config
  if (client === 'pg') return new PostgresListener(connection as ClientConfig)
  return besideWeb ? null : new SqliteListener((connection as { filename: string }).filename)
}
