import app from '@adonisjs/core/services/app'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import db from '@adonisjs/lucid/services/db'
import type { ConnectionConfig } from '@adonisjs/lucid/types/database'
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import pg from 'pg'

const ADMIN_URL = process.env.BENCH_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/**
 * A database product that makes throwaway databases for the measurements.
 */
export interface Engine {
  name: 'SQLite' | 'PostgreSQL'
  version: string
  create(label: string): Promise<ThrowawayDatabase>
}

/** SQLite, and PostgreSQL where it answers. */
export async function availableEngines(say: (line: string) => void): Promise<Engine[]> {
  const postgres = await findPostgres().catch((error: Error) => {
    say(`PostgreSQL left out: ${new URL(ADMIN_URL).host} does not answer (${error.message})`)
    return null
  })
  return [sqlite(), ...(postgres ? [postgres] : [])]
}

/**
 * Migrated and empty. While it is in use, everything the app asks goes there.
 */
export class ThrowawayDatabase {
  static async create(
    connection: string,
    config: ConnectionConfig,
    environment: Record<string, string>,
    remove: () => Promise<unknown> | void
  ) {
    db.manager.add(connection, config)
    const runner = new MigrationRunner(db, app, {
      direction: 'up',
      connectionName: connection,
      disableLocks: true,
    })
    await runner.run()
    if (runner.error) throw runner.error
    return new ThrowawayDatabase(connection, environment, remove)
  }

  private constructor(
    private readonly connection: string,
    /** With which another process of the app works on it. */
    readonly environment: Record<string, string>,
    private readonly remove: () => Promise<unknown> | void
  ) {}

  use() {
    db.primaryConnectionName = this.connection
  }

  async drop() {
    await db.manager.close(this.connection, true)
    await this.remove()
  }
}

function sqlite(): Engine {
  const config = app.config.get<ConnectionConfig>('database.connections.sqlite')
  const version = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
  return {
    name: 'SQLite',
    version: String(version),
    create(label) {
      const filename = app.makePath('tmp', `bench-${process.pid}-${label}.sqlite3`)
      const remove = () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(filename + suffix, { force: true })
      }
      const own = { ...config, connection: { filename } } as ConnectionConfig
      const environment = { DB_CONNECTION: 'sqlite', SQLITE_PATH: filename }
      return ThrowawayDatabase.create(`sqlite_${label}`, own, environment, remove)
    },
  }
}

async function findPostgres(): Promise<Engine> {
  const config = app.config.get<ConnectionConfig>('database.connections.pg')
  const { rows } = await asAdmin('show server_version')
  return {
    name: 'PostgreSQL',
    version: rows[0].server_version.split(' ')[0],
    async create(label) {
      const database = `convoca_bench_${process.pid}_${label}`
      await asAdmin(`create database ${database}`)
      const url = new URL(ADMIN_URL)
      url.pathname = `/${database}`
      const own = { ...config, connection: { connectionString: url.href } } as ConnectionConfig
      const environment = { DB_CONNECTION: 'pg', DATABASE_URL: url.href }
      return ThrowawayDatabase.create(`pg_${label}`, own, environment, () =>
        asAdmin(`drop database ${database} with (force)`)
      )
    },
  }
}

async function asAdmin(statement: string) {
  const client = new pg.Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
