import { Problem } from '#core/problem'
import { readStart } from '#interviews/interview_start'
import { nextReminder, remindersOf } from '#interviews/reminder_plan'
import { at, startClock, stopClockAt } from '#tests/scene'
import { instantsOf, moments, walls } from '#tests/zones'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const DAY = 24 * 60

/** The instant meant by a wall clock, or the rule that refuses it. */
function read(wall: string, zone: string) {
  const [date, time] = wall.split(' ')
  const typed = { scheduled_date: date, scheduled_time: time, time_zone: zone }
  try {
    return readStart(typed, 'UTC').startsAt.toISO()
  } catch (error) {
    if (error instanceof Problem) return error.errors[0].rule
    throw error
  }
}

test.group('A start typed as a local time', (group) => {
  group.each.setup(() => {
    stopClockAt(at('2026-11-20T13:00:00.000Z'))
    return startClock
  })

  test('in every zone of the world is the instant its walls show; skipped it is refused, doubled it is the first', ({
    assert,
  }) => {
    fc.assert(
      fc.property(walls(), ([zone, wall]) => {
        const [first] = instantsOf(wall, zone)
        const meant = first === undefined ? 'exists' : new Date(first).toISOString()
        assert.equal(read(wall, zone), meant)
      }),
      { numRuns: 400 }
    )
  })

  for (const [zone, now, wall, meant] of [
    ['America/New_York', '2027-01-01', '2027-03-14 02:30', 'exists'],
    ['America/New_York', '2027-01-01', '2027-11-07 01:30', '2027-11-07T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-01-01', '2027-10-03 02:15', 'exists'],
    ['Australia/Lord_Howe', '2027-01-01', '2027-10-03 02:30', '2027-10-02T15:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-01-01', '2027-04-04 01:45', '2027-04-03T14:45:00.000Z'],
    // Brazil had summer time until 2019, and it began at midnight.
    ['America/Sao_Paulo', '2018-10-01', '2018-11-04 00:30', 'exists'],
    ['America/Sao_Paulo', '2018-01-01', '2018-02-17 23:30', '2018-02-18T01:30:00.000Z'],
    ['America/Sao_Paulo', '2026-11-20', '2027-11-07 00:30', '2027-11-07T03:30:00.000Z'],
    ['Asia/Kathmandu', '2027-01-01', '2028-02-29 09:45', '2028-02-29T04:00:00.000Z'],
    ['Pacific/Chatham', '2027-01-01', '2028-02-29 09:45', '2028-02-28T20:00:00.000Z'],
    ['America/Sao_Paulo', '2026-11-20', '2027-02-29 09:00', 'date'],
    ['America/Sao_Paulo', '2026-11-20', '2027-03-01 24:00', 'date'],
    ['America/Sao_Paulo', '2026-11-20', '2027-03-01 12:60', 'date'],
    // Samoa left the thirtieth of December out.
    ['Pacific/Apia', '2011-12-01', '2011-12-30 10:00', 'exists'],
  ]) {
    test(`${wall} in ${zone}: ${meant}`, ({ assert }) => {
      stopClockAt(at(now))
      assert.equal(read(wall, zone), meant)
    })
  }
})

test.group('A reminder', () => {
  test('a day before is 24 hours before, whatever the clocks do in between', ({ assert }) => {
    fc.assert(
      fc.property(moments(), ([zone, instant]) => {
        const startsAt = DateTime.fromMillis(instant, { zone })
        const [{ at: due }] = remindersOf(startsAt, [DAY])
        assert.equal(due.toMillis(), instant - DAY * 60_000)
      })
    )
  })

  test('the next one is ahead, and the first of those ahead', ({ assert }) => {
    const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 14 * DAY }), { minLength: 1 })
    const minutes = fc.integer({ min: -DAY, max: 15 * DAY })
    fc.assert(
      fc.property(moments(), offsets, minutes, ([zone, instant], all, ahead) => {
        const startsAt = DateTime.fromMillis(instant, { zone })
        const now = startsAt.minus({ minutes: ahead })
        const next = nextReminder(startsAt, all, now)
        const left = all.filter((offset) => offset < ahead)
        assert.equal(next?.offset, left.length > 0 ? Math.max(...left) : undefined)
      })
    )
  })
})
