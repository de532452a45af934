import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { apiAs, type Api } from '#tests/api_v1'
import { cleanScene } from '#tests/scene'
import { test } from '@japa/runner'

const booking = (n: number) => ({
  candidate: { name: `Pessoa ${n}`, phone: `119000${String(n).padStart(5, '0')}` },
  title: 'Triagem',
  interview_type: 'phone',
  starts_at: '2026-12-01T14:00:00-03:00',
})

test.group('API: many interviews at once', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  test('the good ones are booked, the bad ones say why', async ({ assert }) => {
    const past = { ...booking(3), starts_at: '2020-01-01T00:00:00Z' }
    const interviews = [booking(1), { title: '' }, past, booking(4), null, 'x']
    const { status, body } = await api.post('/interviews/bulk', { interviews })
    assert.equal(status, 200)
    assert.deepEqual(
      body.results.map(({ index, status: one }: any) => [index, one]),
      [
        [0, 201],
        [1, 422],
        [2, 422],
        [3, 201],
        [4, 422],
        [5, 422],
      ]
    )
    assert.equal(body.results[3].interview.candidate_name, 'Pessoa 4')
    assert.equal(body.results[2].problem.errors[0].field, 'starts_at')
    assert.lengthOf(await Interview.all(), 2)
    assert.lengthOf(await Contact.all(), 2)
    assert.lengthOf(await Message.all(), 2)
  })

  test('with a key the whole of it acts once', async ({ assert }) => {
    const body = { interviews: [booking(1), booking(2)] }
    const key = { 'idempotency-key': 'lote-1' }
    const first = await api.post('/interviews/bulk', body, key)
    const second = await api.post('/interviews/bulk', body, key)
    assert.deepEqual(second.body, first.body)
    assert.lengthOf(await Interview.all(), 2)
  })

  test('two hundred fit, one more does not', async ({ assert }) => {
    const many = Array.from({ length: 201 }, (_, n) => booking(n))
    const tooMany = await api.post('/interviews/bulk', { interviews: many })
    assert.equal(tooMany.status, 422)
    assert.equal(tooMany.body.errors[0].field, 'interviews')
    assert.lengthOf(await Interview.all(), 0)

    const { body } = await api.post('/interviews/bulk', { interviews: many.slice(1) })
    assert.isTrue(body.results.every(({ status }: any) => status === 201))
    assert.lengthOf(await Interview.all(), 200)
  })

  test('nothing at all is no batch', async ({ assert }) => {
    for (const body of [{}, { interviews: [] }, { interviews: 'x' }, { interviews: {} }]) {
      assert.equal((await api.post('/interviews/bulk', body)).status, 422)
    }
  })
})
