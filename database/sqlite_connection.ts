import type { Database, Statement } from 'better-sqlite3'

const KEPT_STATEMENTS = 200
/** Longer ones are inserts of many rows, each of a length of its own. */
const LONGEST_KEPT = 4000

/**
 * Sets a fresh connection up. `synchronous = FULL` because a claim that a power cut forgets is a message sent twice.
 */
export function prepareConnection(connection: Database) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  keepStatements(connection)
}

/** Knex compiles every statement anew, which takes longer than running it. SQLite notices changes of the schema itself. */
function keepStatements(connection: Database) {
  const kept = new Map<string, Statement>()
  const compile = connection.prepare.bind(connection)

  connection.prepare = ((sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = compile(immediate(sql))
    if (sql === 'COMMIT;') rollBackOnFailure(connection, statement)
    if (sql.length <= LONGEST_KEPT) keep(sql, statement)
    return statement
  }) as Database['prepare']

  const keep = (sql: string, statement: Statement) => {
    if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value!)
    kept.set(sql, statement)
  }
}

/** A commit that fails may leave the transaction open, and the process has no other connection. */
function rollBackOnFailure(connection: Database, statement: Statement) {
  const run = statement.run.bind(statement)
  statement.run = (...bindings) => {
    try {
      return run(...bindings)
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
}

/** A deferred BEGIN that later upgrades to a write fails at once with SQLITE_BUSY, whatever busy_timeout says. */
const immediate = (sql: string) => (sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
