import type { History } from '#tests/chaos/history'
import { violationsOf } from '#tests/chaos/invariants'
import {
  anEvent,
  anInterview,
  aRow,
  aRun,
  NOW,
  taken,
  TUESDAY,
} from '#tests/unit/chaos/a_quiet_run'
import { test } from '@japa/runner'

const rulesBroken = (change: Partial<History>) => violationsOf(aRun(change)).map(({ rule }) => rule)
const unsent = { providerMessageId: null, log: [] }
const second = { id: 2, uuid: 'uuid-2', providerMessageId: 'SM2' }

test.group('What chaos must not break', () => {
  test('a quiet run breaks nothing', ({ assert }) => {
    assert.deepEqual(violationsOf(aRun()), [])
  })

  test('a message taken twice is doubled', ({ assert }) => {
    const log = [taken(), taken({ sid: 'SM2' })]
    assert.deepEqual(rulesBroken({ log }), ['doubled'])
  })

  test('one promise told by two rows is told twice', ({ assert }) => {
    const messages = [aRow(), aRow(second)]
    const log = [taken(), taken({ uuid: 'uuid-2', sid: 'SM2' })]
    assert.deepEqual(rulesBroken({ messages, log }), ['told_twice'])
  })

  test('a reminder of the same day is told once, of another day again', ({ assert }) => {
    const reminder = { kind: 'reminder', facts: { startsAt: TUESDAY, offset: 1440 } }
    const log = [taken(), taken({ uuid: 'uuid-2', sid: 'SM2' })]
    const other = { ...reminder, facts: { startsAt: TUESDAY, offset: 60 } }
    assert.deepEqual(
      rulesBroken({ messages: [aRow(reminder), aRow({ ...second, ...reminder })], log }),
      ['told_twice']
    )
    assert.deepEqual(
      rulesBroken({ messages: [aRow(reminder), aRow({ ...second, ...other })], log }),
      []
    )
  })

  test('a due message that never left is lost', ({ assert }) => {
    const messages = [aRow({ status: 'queued', providerMessageId: null })]
    assert.deepEqual(rulesBroken({ messages, log: [] }), ['lost'])
  })

  test('one that waits for its time, or for a person, is not', ({ assert }) => {
    const waiting = aRow({ status: 'queued', providerMessageId: null, sendAt: NOW + 1000 })
    const asked = aRow({ status: 'unconfirmed', reason: 'needs_person', providerMessageId: null })
    assert.deepEqual(rulesBroken({ messages: [waiting], log: [] }), [])
    assert.deepEqual(rulesBroken({ messages: [asked], log: [] }), [])
  })

  test('one that nobody looks for any more is lost, unless a person was asked', ({ assert }) => {
    const messages = [
      aRow({ status: 'unconfirmed', reason: 'unconfirmed', providerMessageId: null }),
    ]
    assert.deepEqual(rulesBroken({ messages, log: [] }), ['lost'])
  })

  test('a row that is being sent past lease and grace is stuck', ({ assert }) => {
    const sending = (leaseUntil: number) =>
      rulesBroken({ messages: [aRow({ status: 'sending', leaseUntil, ...unsent })], log: [] })
    assert.deepEqual(sending(NOW - 1001), ['stuck'])
    assert.deepEqual(sending(NOW - 999), [])
  })

  test('an end without a reason is unexplained', ({ assert }) => {
    const messages = [aRow({ status: 'failed', providerMessageId: 'SM1' })]
    assert.deepEqual(rulesBroken({ messages }), ['unexplained'])
  })

  test('a message the provider has and no row knows is forgotten', ({ assert }) => {
    const log = [taken(), taken({ uuid: 'uuid-2', sid: 'SM2' })]
    assert.deepEqual(rulesBroken({ log }), ['forgotten'])
  })

  test('a row that says it never left when it did denies it', ({ assert }) => {
    const messages = [aRow({ status: 'superseded', reason: 'interview_changed' })]
    assert.deepEqual(rulesBroken({ messages }), ['denied'])
  })

  test('a row that says it left when it did not invents it', ({ assert }) => {
    assert.deepEqual(rulesBroken({ messages: [aRow({ providerMessageId: null })], log: [] }), [
      'invented',
    ])
  })

  test("a row that took another's receipt is mistaken", ({ assert }) => {
    const messages = [aRow({ providerMessageId: 'SM2' })]
    assert.deepEqual(rulesBroken({ messages }), ['mistaken'])
  })

  test('a reminder after the cancellation comes too late', ({ assert }) => {
    const cancelled = (at: number) => [anEvent(), anEvent({ kind: 'cancelled', at })]
    assert.deepEqual(rulesBroken({ events: cancelled(NOW - 55_000) }), ['after_cancel'])
    assert.deepEqual(rulesBroken({ events: cancelled(NOW - 51_000) }), [])
  })

  test('nothing speaks of a time that had been replaced', ({ assert }) => {
    const changes = { startsAt: { from: TUESDAY, to: '2026-12-02T17:00:00.000Z' } }
    const moved = (at: number) => ({
      interviews: [anInterview({ startsAt: Date.parse('2026-12-02T17:00:00.000Z') })],
      events: [anEvent(), anEvent({ kind: 'rescheduled', changes, at })],
    })
    assert.deepEqual(rulesBroken(moved(NOW - 55_000)), ['old_time'])
    assert.deepEqual(rulesBroken(moved(NOW - 51_000)), [])
    assert.deepEqual(rulesBroken(moved(NOW - 40_000)), [])
  })

  test('a younger message to the same person does not overtake', ({ assert }) => {
    const messages = [aRow(), aRow({ ...second, revision: 2 })]
    const log = [taken(), taken({ uuid: 'uuid-2', sid: 'SM2', at: NOW - 59_000 })]
    assert.deepEqual(rulesBroken({ messages, log }), ['overtaken'])
  })

  test('a booking that was answered with yes is there', ({ assert }) => {
    const promised = [{ what: 'book' as const, interviewId: 7, at: NOW }]
    assert.deepEqual(rulesBroken({ promised }), ['vanished'])
  })

  test('no interview is without its message', ({ assert }) => {
    assert.deepEqual(rulesBroken({ messages: [], log: [] }), ['silent'])
  })

  test('a request repeated after a crash does not book twice', ({ assert }) => {
    const interviews = [anInterview(), anInterview({ id: 2 })]
    const messages = [aRow(), aRow({ ...second, interviewId: 2 })]
    const log = [taken(), taken({ uuid: 'uuid-2', sid: 'SM2' })]
    assert.deepEqual(rulesBroken({ interviews, messages, log }), ['booked_twice'])
  })

  test('a reminder whose time has passed is written', ({ assert }) => {
    const interviews = [anInterview({ nextReminderAt: NOW - 6000 })]
    assert.deepEqual(rulesBroken({ interviews }), ['unreminded'])
  })
})
