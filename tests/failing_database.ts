import db from '@adonisjs/lucid/services/db'

type Query = (connection: object, query: { sql: string }) => Promise<unknown>

/** What each database says when it has no time for us. */
export const busy = () =>
  db.connection().dialect.name === 'postgres'
    ? { code: '40001', message: 'could not serialize access' }
    : { code: 'SQLITE_BUSY', message: 'database is locked' }

/**
 * The database fails at the `nth` statement of `act`. A commit that fails has rolled back. Answers what `act` does, and
 * the statement that failed, if it came so far.
 */
export async function failingAt<T>(nth: number, error: object, act: () => Promise<T>) {
  const driver = driverOf(db.connection().getWriteClient().client)
  const query = driver._query
  let asked = 0
  let failed: string | null = null
  driver._query = async function (this: unknown, connection, statement) {
    const isRollback = statement.sql.startsWith('ROLLBACK')
    if (isRollback || ++asked !== nth) return query.call(this, connection, statement)
    failed = statement.sql
    if (failed.startsWith('COMMIT')) await query.call(this, connection, { sql: 'ROLLBACK;' })
    throw Object.assign(new Error(), error)
  }
  try {
    return { result: await act(), failed: failed as string | null }
  } finally {
    driver._query = query
  }
}

/** The class whose method runs every statement, inside transactions and outside. */
function driverOf(client: any): { _query: Query } {
  let driver = Object.getPrototypeOf(client)
  while (!Object.hasOwn(driver, '_query')) driver = Object.getPrototypeOf(driver)
  return driver
}
