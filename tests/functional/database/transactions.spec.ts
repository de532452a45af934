import { isUnavailable } from '#database/errors'
import Contact from '#contacts/models/contact'
import env from '#start/env'
import { eventually } from '#tests/eventually'
import { cleanScene } from '#tests/scene'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import Sqlite from 'better-sqlite3'
import pg from 'pg'

const isPg = env.get('DB_CONNECTION') === 'pg'

/** Written, and refused only when it is to be kept. */
async function refusedAtCommit(trx: TransactionClientContract) {
  await Contact.create({ name: 'Ana Exemplo', locale: 'pt-BR' }, { client: trx })
  if (isPg) {
    await trx.rawQuery('create temp table once (n int unique deferrable initially deferred)')
    return trx.rawQuery('insert into once values (1), (1)')
  }
  await trx.rawQuery('pragma defer_foreign_keys = on')
  await trx.table('receipts').insert({
    message_id: 1,
    status: 'sent',
    dedupe_key: 'of no message',
    occurred_at: 'now',
    created_at: 'now',
  })
}

async function isInOrder() {
  await db.transaction((trx) =>
    Contact.create({ name: 'Bia Exemplo', locale: 'pt-BR' }, { client: trx })
  )
  const [only, ...more] = await Contact.all()
  return only.name === 'Bia Exemplo' && more.length === 0
}

test.group('A transaction', (group) => {
  group.each.setup(cleanScene)

  test('that the database refuses to commit has failed, and the next one is in order', async ({
    assert,
  }) => {
    const rung: string[] = []
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        trx.after('commit', () => void rung.push('bell'))
        await refusedAtCommit(trx)
      })
    )
    assert.isEmpty(rung)
    assert.isTrue(await isInOrder())
  })

  test('so has one that is committed by hand', async ({ assert }) => {
    const trx = await db.transaction()
    await refusedAtCommit(trx)
    await assert.rejects(() => trx.commit())
    assert.isTrue(await isInOrder())
  })
})

test.group(isPg ? 'A transaction on PostgreSQL' : 'A transaction on SQLite', (group) => {
  group.each.setup(cleanScene)
  if (isPg) onPostgres()
  else onSqlite()
})

function onSqlite() {
  test('that cannot begin says that the database is busy', async ({ assert }) => {
    const other = new Sqlite(app.makePath(env.get('SQLITE_PATH')!))
    await db.rawQuery('pragma busy_timeout = 20')
    other.exec('begin immediate')
    const error = await db.transaction(async () => {}).catch((reason) => reason)
    other.exec('rollback')
    other.close()
    await db.rawQuery('pragma busy_timeout = 5000')
    assert.equal(error.code, 'SQLITE_BUSY')
    assert.isTrue(isUnavailable(error))
    assert.isTrue(await isInOrder())
  })
}

/** SQLite goes on after a failed statement, and has no connection to cut. */
function onPostgres() {
  test('in which a statement failed is not committed, even when nobody minded', async ({
    assert,
  }) => {
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await Contact.create({ name: 'Ana Exemplo', locale: 'pt-BR' }, { client: trx })
        await trx.rawQuery('select 1 / 0').catch(() => {})
      })
    )
    assert.isTrue(await isInOrder())
  })

  for (const statement of ['select 1', 'commit'])
    test(`cut off at its ${statement} says that the database is not there`, async ({ assert }) => {
      const admin = new pg.Client({ connectionString: env.get('DATABASE_URL') })
      await admin.connect()
      const trx = await db.transaction()
      const { rows } = await trx.rawQuery('select pg_backend_pid() as pid')
      await admin.query('select pg_terminate_backend($1)', [rows[0].pid])
      await admin.end()
      const cut = statement === 'commit' ? trx.commit() : trx.rawQuery(statement)
      const error = await cut.catch((reason: unknown) => reason)
      assert.isTrue(isUnavailable(error), String(error))
      await trx.rollback()
      assert.isTrue(await eventually(() => isInOrder().catch(() => false)))
    })
}
