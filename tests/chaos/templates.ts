import { PostgresDatabase, SqliteDatabase, type ChaosDatabase } from '#tests/chaos/databases'
import { COMMON_ENV, ROOT, TYPESCRIPT } from '#tests/chaos/surroundings'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

export type Engine = ChaosDatabase['name']

export interface Template {
  engine: Engine
  token: string
  /** A database of its own, as empty as the template. */
  copy(name: string): Promise<ChaosDatabase>
  drop(): Promise<void>
}

/** A migrated database with one user, made once and copied for each scenario. */
export async function sqliteTemplate(folder: string): Promise<Template> {
  const template = new SqliteDatabase(join(folder, 'template.sqlite3'))
  const token = await prepare(template)
  await template.query('pragma wal_checkpoint(truncate)')
  return {
    engine: 'sqlite',
    token,
    async copy(name) {
      const path = join(folder, `${name}.sqlite3`)
      copyFileSync(template.path, path)
      return new SqliteDatabase(path)
    },
    async drop() {},
  }
}

export async function postgresTemplate(adminUrl: string): Promise<Template> {
  const prefix = `convoca_chaos_${process.pid}`
  const template = new PostgresDatabase(adminUrl, `${prefix}_template`)
  await template.asAdmin(`create database ${template.database}`)
  const token = await prepare(template)
  return {
    engine: 'pg',
    token,
    async copy(name) {
      const database = `${prefix}_${name.replaceAll(/\W/g, '_')}`
      await template.asAdmin(`create database ${database} template ${template.database}`)
      return new PostgresDatabase(adminUrl, database)
    },
    drop: () => template.drop(),
  }
}

async function prepare(database: ChaosDatabase) {
  const child = spawn(process.execPath, [TYPESCRIPT, 'tests/chaos/prepare.ts'], {
    cwd: ROOT,
    env: { ...COMMON_ENV, ...database.env, PORT: '1', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  await once(child, 'close')
  const token = output.match(/^token=(.+)$/m)?.[1]
  if (!token) throw new Error(`The database could not be prepared: ${output}`)
  return token
}
