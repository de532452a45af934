import db from '@adonisjs/lucid/services/db'

type Binding = string | number | boolean | null

/** What a raw query finds: PostgreSQL's driver wraps it, SQLite's does not. */
export async function rowsOf<Row>(sql: string, bindings: Binding[] = []): Promise<Row[]> {
  const result = await db.rawQuery(sql, bindings)
  return Array.isArray(result) ? result : result.rows
}
