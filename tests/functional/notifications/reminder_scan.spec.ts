import { makeDue, storeInterviews } from '#benchmarks/stored_interviews'
import { dueNow, dueReminders } from '#notifications/due_reminders'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { cleanScene } from '#tests/scene'

const STORED = 20_000
const INDEX = 'interviews_reminder_due'

/** How the database means to answer, in its own words. */
async function planOf(query: ReturnType<typeof dueNow>) {
  const isPg = db.connection().dialect.name === 'postgres'
  const explained = await db.rawQuery(
    `${isPg ? 'explain' : 'explain query plan'} ${query.toQuery()}`
  )
  return JSON.stringify(isPg ? explained.rows : explained)
}

test.group('Finding the reminders that are due', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(() => storeInterviews(STORED))

  test('reads the index of planned reminders, on the first page and on the next', async ({
    assert,
  }) => {
    await makeDue(20, STORED)
    const [first] = await dueNow()

    assert.include(await planOf(dueNow()), INDEX)
    assert.include(await planOf(dueNow(first)), INDEX)
    assert.lengthOf(await dueNow(first), 19)
  })

  test('statistics do not talk SQLite out of it', async ({ assert }) => {
    await makeDue(20, STORED)
    await db.rawQuery('analyze')
    assert.include(await planOf(dueNow()), INDEX)
  })

  test('more than fit on a page are found once each', async ({ assert }) => {
    await makeDue(1000, STORED)
    const ids = (await Array.fromAsync(dueReminders())).map(({ id }) => id)
    assert.lengthOf(ids, 1000)
    assert.lengthOf([...new Set(ids)], 1000)
  })

  test('a preview names all of them', async ({ assert }) => {
    await makeDue(1000, STORED)
    assert.lengthOf(await ReminderNotifier.preview({ tomorrow: false }), 1000)
  })
})
