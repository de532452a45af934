import Message from '#messages/models/message'
import { eventually } from '#tests/eventually'
import { RoleProcess } from '#tests/processes/role'
import { accepted, aCandidate, anInterview, messagesOf, simulator } from '#tests/scene'
import { realScene } from '#tests/processes/real_scene'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'

const ROLES = ['web', 'worker', 'scheduler'] as const

/** Tomorrow and later, so that a reminder of one day is not due yet. */
const startsAt = DateTime.utc().plus({ days: 9 }).set({ hour: 15, minute: 0 })

const booked = async (phone: string) =>
  anInterview({ startsAt, candidateId: (await aCandidate({ phone })).id })

test.group('Roles', (group) => {
  group.each.setup(realScene)

  for (const name of ROLES) {
    test(`${name} says that it is well, and ends when it is told to`, async ({
      assert,
      cleanup,
    }) => {
      const role = await RoleProcess.during({ cleanup }, name)
      assert.isTrue(await role.isWell())
      assert.equal(await role.end(), 0)
      assert.isFalse(await role.isWell())
    })
  }

  test('a worker that is told to end waits for what is in the air', async ({ assert, cleanup }) => {
    await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 1500 })
    const worker = await RoleProcess.during({ cleanup }, 'worker')
    const interview = await booked('+5511900000001')
    await eventually(async () => (await messagesOf(interview))[0].status === 'sending')

    assert.equal(await worker.end(), 0)
    assert.equal((await messagesOf(interview))[0].status, 'accepted')
    assert.lengthOf(await accepted(), 1)
  })

  test('told twice, it ends at once, and the row stays for whoever goes on', async ({
    assert,
    cleanup,
  }) => {
    await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 20_000 })
    const worker = await RoleProcess.during({ cleanup }, 'worker')
    const interview = await booked('+5511900000001')
    await eventually(async () => (await messagesOf(interview))[0].status === 'sending')

    worker.signal('SIGTERM')
    await eventually(async () => !(await worker.isWell()))
    worker.signal('SIGTERM')
    assert.equal(await worker.ended(), 1)
    assert.equal((await messagesOf(interview))[0].status, 'sending')
  })

  test('it does not wait longer than it may', async ({ assert, cleanup }) => {
    await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 20_000 })
    const worker = await RoleProcess.during({ cleanup }, 'worker', { SHUTDOWN_SECONDS: '1' })
    const interview = await booked('+5511900000001')
    await eventually(async () => (await messagesOf(interview))[0].status === 'sending')
    assert.equal(await worker.end(), 1)
  })

  test('two of everything at once send each message once', async ({ assert, cleanup }) => {
    const start = (name: (typeof ROLES)[number]) => RoleProcess.during({ cleanup }, name)
    await Promise.all([start('worker'), start('worker'), start('scheduler'), start('scheduler')])

    const phones = Array.from({ length: 20 }, (_, n) => `+55119000001${String(n).padStart(2, '0')}`)
    for (const phone of phones) await booked(phone)

    await eventually(async () => {
      const waiting = await Message.query().whereIn('status', ['queued', 'sending'])
      return waiting.length === 0
    })
    const rung = (await accepted()).map(({ recipient }) => recipient)
    assert.lengthOf(rung, 20)
    assert.lengthOf([...new Set(rung)], 20)
  })
})
