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
  endWhatDoesNotCommit(connection)
}

/** After a COMMIT that fails (the disk is full) SQLite is still inside, and whoever borrows the connection next with it. */
function endWhatDoesNotCommit(connection: Database) {
  const prepare = connection.prepare.bind(connection)

  connection.prepare = ((sql: string) => {
    if (sql !== 'COMMIT;') return prepare(sql)
    return { reader: false, run: () => commit(connection, prepare(sql)) }
  }) as Database['prepare']
}

function commit(connection: Database, statement: Statement) {
  try {
    return statement.run()
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** Knex compiles every statement anew, which takes longer than running it. SQLite notices changes of the schema itself. */
function keepStatements(connection: Database) {
  const kept = new Map<string, Statement>()
  const compile = connection.prepare.bind(connection)

  connection.prepare = ((sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = compile(immediate(sql))
    if (sql.length <= LONGEST_KEPT) keep(sql, statement)
    return statement
  }) as Database['prepare']

  const keep = (sql: string, statement: Statement) => {
    if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value!)
    kept.set(sql, statement)
  }
}

/** A deferred BEGIN that later upgrades to a write fails at once with SQLITE_BUSY, whatever busy_timeout says. */
const immediate = (sql: string) => (sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
