import IdempotencyKey from '#api/v1/models/idempotency_key'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { apiAs, type Api } from '#tests/api_v1'
import User from '#users/models/user'
import { cleanScene, NOW, stopClockAt } from '#tests/scene'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const booking = {
  candidate: { name: 'João Exemplo', phone: '(11) 90000-0001' },
  title: 'Entrevista técnica',
  interview_type: 'phone',
  starts_at: '2026-12-01T14:00:00-03:00',
}
const key = { 'idempotency-key': 'pedido-1' }

let databaseIsBusy = false
Interview.boot()
Interview.before('create', () => {
  if (databaseIsBusy) throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' })
})

test.group('API: a request that acts once', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  const book = (headers: Record<string, string> = key, body: object = booking) =>
    api.post('/interviews', body, headers)

  test('the same key is given the same answer, and nothing happens again', async ({ assert }) => {
    const first = await book()
    const second = await book()
    assert.isNull(first.headers.get('idempotency-replayed'))
    assert.equal(second.headers.get('idempotency-replayed'), 'true')
    assert.equal(second.status, 201)
    assert.deepEqual(second.body, first.body)
    assert.equal(second.headers.get('location'), first.headers.get('location'))
    assert.lengthOf(await Interview.all(), 1)
    assert.lengthOf(await Message.all(), 1)
  })

  test('ten at once with one key book one interview', async ({ assert }) => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => book()))
    assert.lengthOf(await Interview.all(), 1)
    assert.lengthOf(await Message.all(), 1)
    for (const { status, body, headers } of answers) {
      if (status === 201) assert.equal(body.id, (await Interview.firstOrFail()).id)
      else assert.deepEqual([status, headers.get('retry-after')], [409, '1'])
    }
    assert.equal((await book()).headers.get('idempotency-replayed'), 'true')
  })

  test('booked, but its answer was lost in a crash: the same key is told what it booked', async ({
    assert,
  }) => {
    const first = await book()
    await IdempotencyKey.query().update({ response_status: null })
    stopClockAt(NOW.plus({ minutes: 2 }))
    const second = await book()
    assert.deepEqual([second.status, second.body.id], [201, first.body.id])
    assert.equal(second.headers.get('location'), first.headers.get('location'))
    assert.lengthOf(await Interview.all(), 1)
    assert.lengthOf(await Message.all(), 1)
  })

  test('a batch whose answer was lost books none of its interviews again', async ({ assert }) => {
    const candidate = { name: 'Ana Exemplo', phone: '(11) 90000-0002' }
    const batch = { interviews: [booking, { ...booking, candidate }] }
    await api.post('/interviews/bulk', batch, key)
    await IdempotencyKey.query().update({ response_status: null })
    stopClockAt(NOW.plus({ minutes: 2 }))
    const { body } = await api.post('/interviews/bulk', batch, key)
    assert.deepEqual(
      body.results.map(({ status }: { status: number }) => status),
      [201, 201]
    )
    assert.lengthOf(await Interview.all(), 2)
  })

  test('a key belongs to one request', async ({ assert }) => {
    await book()
    const { status, body } = await book(key, { ...booking, title: 'Outra' })
    assert.equal(status, 422)
    assert.equal(body.type, '/problems/idempotency_key_reused')
    assert.equal((await api.post('/contacts', booking.candidate, key)).status, 422)
    assert.lengthOf(await Interview.all(), 1)
  })

  test('a key belongs to one account', async ({ assert }) => {
    await book()
    const admin = await apiAs('admin')
    const { status, headers } = await admin.post('/interviews', booking, key)
    assert.equal(status, 201)
    assert.isNull(headers.get('idempotency-replayed'))
  })

  test('other keys, and none, act each time', async ({ assert }) => {
    await book()
    await book({ 'idempotency-key': 'pedido-2' })
    await book({})
    assert.lengthOf(await Interview.all(), 3)
  })

  test('a refusal is an answer too', async ({ assert }) => {
    const bad = { ...booking, title: '' }
    const first = await book(key, bad)
    const second = await book(key, bad)
    assert.equal(first.status, 422)
    assert.equal(second.headers.get('idempotency-replayed'), 'true')
    assert.include(second.headers.get('content-type')!, 'application/problem+json')
    assert.deepEqual(second.body, first.body)
  })

  test('our own failures are not kept: the next try acts', async ({ assert }) => {
    databaseIsBusy = true
    const first = await api.call('POST', '/interviews', {
      body: booking,
      headers: key,
      failing: true,
    })
    databaseIsBusy = false
    assert.equal(first.status, 503)
    assert.equal(first.body.type, '/problems/unavailable')

    const second = await book()
    assert.equal(second.status, 201)
    assert.isNull(second.headers.get('idempotency-replayed'))
  })

  test('whoever died while answering does not hold a key for ever', async ({ assert }) => {
    await book()
    const dead = { response_status: null, response_body: null }
    await db.from('idempotency_keys').update(dead)
    await Message.query().delete()
    await db.from('interviews').delete()

    stopClockAt(NOW.plus({ seconds: 59 }))
    const early = await book()
    assert.equal(early.status, 409)
    assert.equal(early.body.type, '/problems/idempotency_key_in_flight')

    stopClockAt(NOW.plus({ seconds: 61 }))
    const answers = await Promise.all([book(), book(), book()])
    assert.include(
      answers.map(({ status }) => status),
      201
    )
    assert.lengthOf(await Interview.all(), 1)
  })

  test('a holder who comes back too late leaves the newer answer alone', async ({ assert }) => {
    const { id } = await User.firstOrFail()
    const request = { userId: id, key: 'k', requestHash: 'h' }
    const slow = await IdempotencyKey.claim(request)
    stopClockAt(NOW.plus({ minutes: 2 }))
    const next = await IdempotencyKey.claim(request)
    await next.row!.keep({ status: 201, body: 'novo', location: null })
    await slow.row!.keep({ status: 201, body: 'velho', location: null })
    await slow.row!.release()
    assert.equal((await IdempotencyKey.claim(request)).answer!.body, 'novo')
  })

  test('after a day it is forgotten, swept or not', async ({ assert }) => {
    await book()
    stopClockAt(NOW.plus({ hours: 24, seconds: 1 }))
    const again = await book(key, { ...booking, title: 'Outra' })
    assert.equal(again.status, 201)
    assert.isNull(again.headers.get('idempotency-replayed'))

    assert.equal(await IdempotencyKey.purge(), 0)
    stopClockAt(NOW.plus({ hours: 49 }))
    assert.equal(await IdempotencyKey.purge(), 1)
  })

  test('a key no header should carry is refused', async ({ assert }) => {
    for (const bad of ['com espaco', 'x'.repeat(256)]) {
      const { status, body } = await book({ 'idempotency-key': bad })
      assert.equal(status, 422)
      assert.equal(body.errors[0].field, 'Idempotency-Key')
    }
    assert.lengthOf(await Interview.all(), 0)
  })
})
