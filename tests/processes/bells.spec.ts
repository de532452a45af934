import { RoleProcess } from '#tests/processes/role'
import { realScene } from '#tests/processes/real_scene'
import { eventually } from '#tests/eventually'
import { aCandidate, anInterview, messagesOf } from '#tests/scene'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'

const startsAt = DateTime.utc().plus({ days: 9 }).set({ hour: 15, minute: 0 })

/** Milliseconds between the booking in this process and the claim in the other. */
async function pickup(phone: string) {
  const candidate = await aCandidate({ phone })
  const interview = await anInterview({ startsAt, candidateId: candidate.id })
  const message = await eventually(async () => {
    const [row] = await messagesOf(interview)
    return row.claimedAt && row
  })
  return message.claimedAt!.diff(message.createdAt).toMillis()
}

async function pickups(series: number) {
  const times: number[] = []
  for (let n = 0; n < 7; n++) times.push(await pickup(`+5511900000${series}${n}0`))
  return times.sort((a, b) => a - b)
}

test.group('The bell', (group) => {
  group.each.setup(realScene)

  test('a worker hears what another process booked, long before it would have looked', async ({
    assert,
    cleanup,
  }) => {
    await RoleProcess.during({ cleanup }, 'worker')
    const times = await pickups(1)
    assert.isBelow(times[3], 200, `${times}`)
  })

  // On SQLite there is no connection that could be cut.
  if (env.get('DB_CONNECTION') !== 'pg') return

  test('whose ears were cut off hears again', async ({ assert, cleanup }) => {
    await RoleProcess.during({ cleanup }, 'worker')
    const ears = `select pid from pg_stat_activity where application_name = 'convoca bell'
      and datname = current_database()`
    const cut = await db.rawQuery(`select pg_terminate_backend(pid) from (${ears}) as ears`)
    assert.lengthOf(cut.rows, 1)
    await eventually(async () => (await db.rawQuery(ears)).rows.length === 1)
    const times = await pickups(2)
    assert.isBelow(times[3], 200, `${times}`)
  })
})
