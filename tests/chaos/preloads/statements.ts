/**
 * Every statement the application runs, on either database, seen before it starts and after it ends. Which connection
 * ran it is told too, since a COMMIT belongs to what came before it there.
 */
import Database from 'better-sqlite3'
import pg from 'pg'

export interface Statement {
  connection: object
  sql: string
  bindings: unknown[]
}

interface Watcher {
  before(statement: Statement): void
  /** `rows` is how many it answered with or changed. */
  after(statement: Statement, rows: number): void
}

export function watchStatements(watcher: Watcher) {
  watchSqlite(watcher)
  watchPostgres(watcher)
}

function watchSqlite(watcher: Watcher) {
  const prepare = Database.prototype.prepare
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const prepared: any = prepare.call(this, sql)
    for (const name of ['run', 'all', 'get']) {
      const execute = prepared[name].bind(prepared)
      prepared[name] = (...bindings: unknown[]) => {
        const statement = { connection: this, sql, bindings: bindings.flat() }
        watcher.before(statement)
        const result = execute(...bindings)
        watcher.after(statement, Array.isArray(result) ? result.length : (result?.changes ?? 0))
        return result
      }
    }
    return prepared
  } as typeof prepare
}

function watchPostgres(watcher: Watcher) {
  const client: any = pg.Client.prototype
  const query = client.query
  client.query = function (this: object, config: any, ...rest: any[]) {
    const sql: string | undefined = typeof config === 'string' ? config : config?.text
    const callback = rest.at(-1)
    if (sql === undefined) return query.call(this, config, ...rest)

    const bindings = config.values ?? (Array.isArray(rest[0]) ? rest[0] : [])
    const statement = { connection: this, sql, bindings }
    watcher.before(statement)
    if (typeof callback !== 'function') {
      const answer = query.call(this, config, ...rest)
      answer?.then?.(
        (result: any) => watcher.after(statement, result.rowCount ?? 0),
        () => {}
      )
      return answer
    }
    return query.call(this, config, ...rest.slice(0, -1), (error: unknown, result: any) => {
      if (!error) watcher.after(statement, result?.rowCount ?? 0)
      callback(error, result)
    })
  }
}
