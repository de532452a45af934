import { prepareConnection } from '#database/sqlite_connection'
import env from '#start/env'
import pg from 'pg'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * One connection per process: better-sqlite3 is synchronous, so a second one in the same process could only wait for
 * itself.
 */
const sqlitePool = {
  min: 1,
  max: 1,
  acquireTimeoutMillis: 10_000,
  afterCreate(connection: any, done: (error: Error | null, connection: any) => void) {
    prepareConnection(connection)
    done(null, connection)
  },
}

// PostgreSQL hands out bigint ids and counts as text; ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const sqlitePath = app.makePath(env.get('SQLITE_PATH', 'tmp/convoca.sqlite3'))
if (env.get('DB_CONNECTION') === 'sqlite') mkdirSync(dirname(sqlitePath), { recursive: true })

const migrations = { naturalSort: true, paths: ['database/migrations'] }

const schemaGeneration = {
  enabled: !app.inProduction && !app.inTest,
  rulesPaths: ['./database/schema_rules.js'],
  excludeTables: [
    'queue_jobs',
    'queue_schedules',
    'rate_limits',
    'locks',
    'auth_access_tokens',
    'sessions',
    'chat_app_tokens',
  ],
}

/** Otherwise the message of an error quotes what was bound: people's numbers and what they wrote. */
const discreet = { compileSqlOnError: false }

export default defineConfig({
  connection: env.get('DB_CONNECTION'),
  prettyPrintDebugQueries: true,
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: sqlitePath },
      useNullAsDefault: true,
      ...discreet,
      pool: sqlitePool,
      migrations,
      schemaGeneration,
    },
    pg: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_URL') },
      pool: { min: 0, max: 20 },
      ...discreet,
      migrations,
      schemaGeneration: { ...schemaGeneration, enabled: false },
    },
  },
})
