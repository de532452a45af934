import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

/** A foreign key that is looked at only when everything is committed. */
async function laterCheckedTables() {
  await db.rawQuery('create table commit_parents (id integer primary key)')
  await db.rawQuery(
    'create table commit_children (id integer references commit_parents (id) deferrable initially deferred)'
  )
  return async () => {
    await db.rawQuery('drop table commit_children')
    await db.rawQuery('drop table commit_parents')
  }
}

const orphan = 'insert into commit_children values (77)'

test.group('A COMMIT the database refuses', (group) => {
  group.each.setup(laterCheckedTables)

  test('is not taken for done, and nothing that waits for it happens', async ({ assert }) => {
    let isTold = false
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        trx.after('commit', () => {
          isTold = true
        })
        await trx.rawQuery(orphan)
      })
    )
    assert.isFalse(isTold)
    assert.lengthOf(await db.from('commit_children').select('id'), 0)
  })

  test('says so to who commits by hand', async ({ assert }) => {
    const trx = await db.transaction()
    await trx.rawQuery(orphan)
    await assert.rejects(() => trx.commit())
  })

  test('leaves the connection to the next transaction as it should be', async ({ assert }) => {
    await db.transaction((trx) => trx.rawQuery(orphan)).catch(() => {})
    await db.transaction((trx) => trx.rawQuery('insert into commit_parents values (1)'))
    assert.lengthOf(await db.from('commit_children').select('id'), 0)
    assert.lengthOf(await db.from('commit_parents').select('id'), 1)
  })
})
