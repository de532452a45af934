import db from '@adonisjs/lucid/services/db'

type Binding = string | number | boolean | null

/** The database, a connection to it or a transaction. */
interface Client {
  rawQuery(sql: string, bindings?: any): PromiseLike<any>
}

/** What a raw query finds: PostgreSQL's driver wraps it, SQLite's does not. */
export async function rowsOf<Row>(
  sql: string,
  bindings: Binding[] = [],
  client: Client = db
): Promise<Row[]> {
  const result = await client.rawQuery(sql, bindings)
  return Array.isArray(result) ? result : result.rows
}
