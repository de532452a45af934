import { QuietHours } from '#messages/quiet_hours'
import { moments, wallClock } from '#tests/zones'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const MINUTES = 24 * 60
const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Any start, and up to sixteen hours from it. */
const hours = fc
  .tuple(fc.nat({ max: MINUTES - 1 }), fc.integer({ min: 1, max: 16 * 60 }))
  .map(([start, length]) => ({
    quietHoursStart: clock(start),
    quietHoursEnd: clock((start + length) % MINUTES),
  }))

const isQuiet = (instant: DateTime, zone: string, { quietHoursStart, quietHoursEnd }: Span) => {
  const now = wallClock(instant.toMillis(), zone).slice(-5)
  return quietHoursStart < quietHoursEnd
    ? now >= quietHoursStart && now < quietHoursEnd
    : now >= quietHoursStart || now < quietHoursEnd
}
type Span = { quietHoursStart: string; quietHoursEnd: string }

const instant = (ms: number) => DateTime.fromMillis(ms, { zone: 'utc' })

test.group('Quiet hours, whatever the clocks of the zone do', () => {
  test('nobody is rung in them, nothing goes back in time, nothing waits a whole day', ({
    assert,
  }) => {
    fc.assert(
      fc.property(moments(), hours, ([zone, ms], span) => {
        const due = instant(ms)
        const allowed = new QuietHours(span, zone).defer(due, null)
        assert.isFalse(isQuiet(allowed, zone, span), `${allowed} in ${zone}`)
        assert.isAtLeast(allowed.toMillis(), ms)
        assert.isBelow(allowed.diff(due, 'hours').hours, 24)
        if (!isQuiet(due, zone, span)) assert.equal(allowed.toMillis(), ms)
      }),
      { numRuns: 2000 }
    )
  })

  test('they yield to a deadline that would come first, and to no other', ({ assert }) => {
    fc.assert(
      fc.property(moments(), hours, fc.nat({ max: 2 * MINUTES }), ([zone, ms], span, ahead) => {
        const quiet = new QuietHours(span, zone)
        const due = instant(ms)
        const deadline = due.plus({ minutes: ahead })
        const allowed = quiet.defer(due, deadline)
        const morning = quiet.endAround(due)
        assert.equal(allowed.toMillis(), (morning < deadline ? morning : due).toMillis())
        assert.isTrue(allowed < deadline || allowed.toMillis() === ms)
        assert.equal(quiet.defer(due, morning).toMillis(), ms)
      }),
      { numRuns: 1000 }
    )
  })
})
