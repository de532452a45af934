import type { Accepts } from '#contacts/consent'
import { roomAt } from '#messages/daily_cap'
import { MESSAGE_KINDS } from '#messages/models/message'
import { isAwaited, refusalOf } from '#messages/permission'
import { at, NOW } from '#tests/scene'
import { test } from '@japa/runner'
import type { DateTime } from 'luxon'

const SANDBOX = { freeTextAnytime: true }
const OUR_NUMBER = { freeTextAnytime: false }

const person = (accepts: Accepts, lastInboundAt: DateTime | null = NOW) => ({
  accepts,
  lastInboundAt,
})

const answerThat = (accepts: Accepts) => ({ kind: 'text' as const, facts: { accepts } })

test.group('What a person may be sent', () => {
  test('about their own interviews: {kind}, unless they accept nothing')
    .with(MESSAGE_KINDS.map((kind) => ({ kind })))
    .run(({ assert }, { kind }) => {
      assert.isNull(refusalOf({ kind }, person('everything'), SANDBOX, NOW))
      assert.isNull(refusalOf({ kind }, person('own_interviews'), SANDBOX, NOW))
      const refusal = refusalOf({ kind }, person('nothing'), SANDBOX, NOW)
      assert.deepEqual(refusal, { status: 'canceled', reason: 'contact_declined' })
    })

  test('who accepts nothing is still told that we heard it, and nothing else', ({ assert }) => {
    assert.isNull(refusalOf(answerThat('nothing'), person('nothing'), OUR_NUMBER, NOW))
    const refusal = refusalOf(answerThat('everything'), person('nothing'), OUR_NUMBER, NOW)
    assert.equal(refusal?.reason, 'contact_declined')
  })

  test('free text from a number of ours needs a message within 24 hours', ({ assert }) => {
    const wrote = person('everything', NOW)
    const reasonAt = (moment: DateTime, contact: typeof wrote | null = wrote) =>
      refusalOf({ kind: 'notice' }, contact, OUR_NUMBER, moment)?.reason
    assert.isUndefined(reasonAt(NOW))
    assert.isUndefined(reasonAt(NOW.plus({ hours: 24 }).minus({ milliseconds: 1 })))
    assert.equal(reasonAt(NOW.plus({ hours: 24 })), 'needs_template')
    assert.equal(reasonAt(NOW, person('everything', null)), 'needs_template')
    assert.equal(reasonAt(NOW, null), 'needs_template')
  })

  test('from a sandbox it may always be tried', ({ assert }) => {
    assert.isNull(refusalOf({ kind: 'notice' }, person('everything', null), SANDBOX, NOW))
  })

  test('a test asks the provider itself', ({ assert }) => {
    assert.isNull(refusalOf({ kind: 'test' }, null, OUR_NUMBER, NOW))
  })

  test('tests and answers find somebody with the phone in hand', ({ assert }) => {
    assert.isTrue(isAwaited({ kind: 'test' }))
    assert.isTrue(isAwaited(answerThat('everything')))
    assert.isTrue(isAwaited({ kind: 'text', facts: { answers: 7 } }))
    assert.isFalse(isAwaited({ kind: 'notice', facts: { title: 'Entrevista' } }))
  })
})

test.group('The day’s room', () => {
  const oldest = at('2026-11-20T10:00:00.000Z')

  test('is there until the cap is reached', ({ assert }) => {
    assert.isNull(roomAt(undefined, 1))
    assert.isNull(roomAt({ count: 19, oldest }, 20))
  })

  test('comes back 24 hours after the oldest', ({ assert }) => {
    const tomorrow = at('2026-11-21T10:00:00.000Z')
    assert.deepEqual(roomAt({ count: 20, oldest }, 20), tomorrow)
    assert.deepEqual(roomAt({ count: 35, oldest }, 20), tomorrow)
  })
})
