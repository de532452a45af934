import { Allowance, burstOf } from '#messages/allowance'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import {
  accepted,
  aCandidate,
  anInterview,
  aUser,
  cleanScene,
  dispatch,
  NOW,
  simulator,
  slotsFree,
  stopClockAt,
} from '#tests/scene'

async function interviewsWith(people: number) {
  for (let n = 1; n <= people; n += 1) {
    const candidate = await aCandidate({ phone: `+55119000003${String(n).padStart(2, '0')}` })
    await anInterview({ candidateId: candidate.id })
  }
}

const TICK_MS = 5
const CLOCK = Date.UTC(2026, 10, 20, 13)

const sender = () => Sender.named('twilio')
const statuses = async () => (await Message.query().orderBy('id')).map(({ status }) => status)
const reasons = async () => (await Message.query().orderBy('id')).map(({ reason }) => reason)

/** Two processes take whatever room there is, each tick of a clock of their own; answers with the starts. */
async function startsWithin(ms: number, pace: { messagesPerMinute?: number } = {}) {
  const starts: number[] = []
  await db.transaction(async (trx) => {
    for (let now = 0; now < ms; now += TICK_MS) {
      for (let process = 1; process <= 2; process += 1) {
        const allowance = await Allowance.of('twilio', trx, { clock: () => CLOCK + now, ...pace })
        const { room } = allowance
        if (room > 0) await allowance.take(room)
        starts.push(...Array<number>(room).fill(now))
      }
    }
  })
  return starts
}

const mostInOneSecond = (starts: number[]) =>
  Math.max(...starts.map((at) => starts.filter((s) => s >= at && s < at + 1000).length))

test.group('The limit of a sender', (group) => {
  group.each.setup(cleanScene)

  test('a number that must not hurry starts one message at a time, evenly, after any rest', async ({
    assert,
  }) => {
    const starts = await startsWithin(20_000, { messagesPerMinute: 10 })
    assert.deepEqual(starts, [0, 6000, 12_000, 18_000])
  })

  for (const rate of [80, 400]) {
    test(`two processes together start ${rate} a second, and never more than the burst above`, async ({
      assert,
    }) => {
      await (await sender()).merge({ messagesPerSecond: rate }).save()
      const starts = await startsWithin(1500)
      assert.equal(starts.length, Math.floor(((1500 - TICK_MS) * rate) / 1000) + burstOf(rate))
      assert.isAtMost(mostInOneSecond(starts), rate + burstOf(rate) - 1)
    }).timeout(10_000)
  }

  test('a clock that was put back does not silence the sender', async ({ assert }) => {
    await (await sender()).merge({ nextSlotMs: Date.now() + 365 * 86_400_000 }).save()
    await interviewsWith(1)
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })
})

test.group('A sender the provider slows down or refuses', (group) => {
  group.each.setup(cleanScene)

  test('asked for patience, everyone waits; afterwards one goes ahead, then all', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_429', retry_after: 30 })
    await interviewsWith(10)
    await dispatch()
    const held = await sender()
    assert.equal(held.state, 'held')
    assert.equal(held.setbacks, 1)
    assert.isTrue(held.heldUntil! >= NOW.plus({ seconds: 30 }))
    const asked = (await simulator<object[]>('GET', 'requests')).length

    await dispatch()
    assert.lengthOf(await simulator('GET', 'requests'), asked)

    stopClockAt(held.heldUntil!.plus({ seconds: 1 }))
    await dispatch()
    assert.lengthOf(await simulator('GET', 'requests'), asked + 1)
    assert.equal((await sender()).setbacks, 2)

    await simulator('PUT', 'settings', { fault: 'none' })
    stopClockAt(NOW.plus({ minutes: 10 }))
    await slotsFree()
    await dispatch()
    assert.lengthOf(await accepted(), 10)
    assert.equal((await sender()).state, 'open')
    assert.equal((await sender()).setbacks, 0)
  })

  test('an account that is refused stops the sender, says why, and recovers by itself', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_401' })
    await interviewsWith(3)
    await dispatch()
    const blocked = await sender()
    assert.equal(blocked.state, 'blocked')
    assert.equal(blocked.lastCode, '20003')
    assert.isTrue((await statuses()).every((status) => status === 'queued'))

    await simulator('PUT', 'settings', { fault: 'none' })
    stopClockAt(NOW.plus({ minutes: 10 }))
    await slotsFree()
    await dispatch()
    assert.equal((await sender()).state, 'open')
    assert.isTrue((await statuses()).every((status) => status === 'accepted'))
  })

  test('what waits for the sender keeps its place: the older message of a person leaves first', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_429', times: 1, retry_after: 30 })
    const candidate = await aCandidate()
    await anInterview({ candidateId: candidate.id, title: 'Primeira' })
    await dispatch()
    await anInterview({ candidateId: candidate.id, title: 'Segunda' })
    await dispatch()
    assert.isEmpty(await accepted())
    stopClockAt(NOW.plus({ minutes: 2 }))
    await slotsFree()
    await dispatch()
    const bodies = (await accepted()).map(({ body }) => body)
    assert.lengthOf(bodies, 2)
    assert.include(bodies[0], 'Primeira')
  })

  test('paused by a person, nothing leaves; resumed, everything does', async ({ assert }) => {
    await (await sender()).pause({ by: await aUser('admin') })
    await interviewsWith(2)
    await dispatch()
    assert.isEmpty(await accepted())
    assert.equal((await sender()).state, 'paused')

    await (await sender()).resume()
    await dispatch()
    assert.lengthOf(await accepted(), 2)
  })

  test('resumed while it is held, it does not wait any longer', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'http_429', times: 1, retry_after: 600 })
    await interviewsWith(1)
    await dispatch()
    assert.deepEqual(await reasons(), ['throttled'])
    await (await sender()).resume()
    await slotsFree()
    await dispatch()
    assert.deepEqual(await statuses(), ['accepted'])
  })
})
