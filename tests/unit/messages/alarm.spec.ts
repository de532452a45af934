import { Alarm } from '#messages/alarm'
import { test } from '@japa/runner'

const LONG = 60_000

test.group('Alarm', () => {
  test('a ring ends the rest', async ({ assert }) => {
    const alarm = new Alarm()
    let ended = false
    const resting = alarm.rest(LONG).then(() => (ended = true))
    alarm.ring()
    await resting
    assert.isTrue(ended)
  }).timeout(1000)

  test('a ring while nobody rests ends the next rest, and only that', async ({ assert }) => {
    const alarm = new Alarm()
    alarm.ring()
    alarm.ring()
    await alarm.rest(LONG)
    let ended = false
    const next = alarm.rest(LONG).then(() => (ended = true))
    await new Promise(setImmediate)
    assert.isFalse(ended)
    alarm.ring()
    await next
  }).timeout(1000)

  test('without a ring it ends by itself', async ({ assert }) => {
    const start = performance.now()
    await new Alarm().rest(5)
    assert.isAtLeast(performance.now() - start, 4)
  })
})
