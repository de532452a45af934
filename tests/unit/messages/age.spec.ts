import { Age } from '#messages/age'
import { test } from '@japa/runner'
import { mock } from 'node:test'

test.group('Age', (group) => {
  group.each.teardown(() => mock.timers.reset())

  test('grows when the machine slept and only the wall clock went on', ({ assert }) => {
    mock.timers.enable({ apis: ['Date'], now: 0 })
    const age = new Age()
    mock.timers.setTime(120_000)
    assert.equal(age.seconds, 120)
  })

  test('a clock that is set back makes nothing younger', ({ assert }) => {
    mock.timers.enable({ apis: ['Date'], now: 600_000 })
    const age = new Age()
    mock.timers.setTime(0)
    assert.isAtLeast(age.seconds, 0)
  })
})
