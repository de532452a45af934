import { slotsWithin, type Rules } from '#answers/slots'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

/** Friday, 10:00 in São Paulo. */
const NOW = at('2026-11-20T13:00:00.000Z')

const RULES: Rules = {
  windows: [{ weekday: 1, from: '09:00', to: '12:00' }],
  timeZone: 'America/Sao_Paulo',
  leadHours: 24,
  horizonDays: 7,
}

const slots = (rules: Partial<Rules> = {}, wanted = {}) =>
  slotsWithin({ ...RULES, ...rules }, { durationMinutes: 60, now: NOW, busy: [], ...wanted }).map(
    (slot) => slot.toISO()
  )

const busy = (from: string, to: string) => [{ startsAt: at(from), endsAt: at(to) }]

test.group('Slots a candidate may choose', () => {
  test('are within the windows, on the company’s clock', ({ assert }) => {
    assert.deepEqual(slots(), [
      '2026-11-23T12:00:00.000Z',
      '2026-11-23T13:00:00.000Z',
      '2026-11-23T14:00:00.000Z',
    ])
    assert.deepEqual(slots({ timeZone: 'America/Manaus' })[0], '2026-11-23T13:00:00.000Z')
  })

  test('leave room for the whole interview', ({ assert }) => {
    assert.deepEqual(slots({}, { durationMinutes: 150 }), ['2026-11-23T12:00:00.000Z'])
    assert.isEmpty(slots({}, { durationMinutes: 181 }))
    assert.lengthOf(slots({}, { durationMinutes: 30 }), 6)
  })

  test('are late enough and not too late', ({ assert }) => {
    assert.deepEqual(slots({ leadHours: 72 }), [
      '2026-11-23T13:00:00.000Z',
      '2026-11-23T14:00:00.000Z',
    ])
    assert.isEmpty(slots({ horizonDays: 2 }))
    assert.lengthOf(slots({ horizonDays: 10 }), 6)
  })

  test('are not while somebody is somewhere else; touching is no clash', ({ assert }) => {
    assert.deepEqual(
      slots({}, { busy: busy('2026-11-23T12:30:00.000Z', '2026-11-23T14:00:00.000Z') }),
      ['2026-11-23T14:00:00.000Z']
    )
  })

  test('two windows that overlap offer each hour once', ({ assert }) => {
    const twice = [...RULES.windows, { weekday: 1, from: '10:00', to: '12:00' }]
    assert.deepEqual(slots({ windows: twice }), slots())
  })

  test('a night whose clocks change has the hours it has', ({ assert }) => {
    const berlin = { timeZone: 'Europe/Berlin', leadHours: 0, horizonDays: 3 }
    const windows = [{ weekday: 7, from: '01:00', to: '05:00' }]
    const on = (iso: string) => slots({ ...berlin, windows }, { now: at(iso) })
    // 29 March 2026: from 2:00 to 3:00 there is no time.
    assert.lengthOf(on('2026-03-27T12:00:00.000Z'), 3)
    // 25 October 2026: the hour from 2:00 to 3:00 comes twice.
    assert.lengthOf(on('2026-10-23T12:00:00.000Z'), 5)
  })

  test('no windows, no slots', ({ assert }) => assert.isEmpty(slots({ windows: [] })))

  test('whatever the rules, each fits a window, is ahead, free, in order and once', () => {
    const clock = fc.integer({ min: 0, max: 47 }).map((n) => {
      return `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`
    })
    const window = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, to: clock })
    const zone = fc.constantFrom(
      'America/Sao_Paulo',
      'Europe/Berlin',
      'Asia/Kolkata',
      'Pacific/Apia'
    )
    const offset = fc.integer({ min: 0, max: 20 * 24 * 4 })
    const spans = fc.array(fc.tuple(offset, fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(window, { maxLength: 6 }),
        zone,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 5, max: 240 }),
        spans,
        (windows, timeZone, leadHours, durationMinutes, taken) => {
          const spoken = taken.map(([start, length]) => {
            const startsAt = NOW.plus({ minutes: start * 15 })
            return { startsAt, endsAt: startsAt.plus({ minutes: length * 15 }) }
          })
          const rules = { windows, timeZone, leadHours, horizonDays: 14 }
          const found = slotsWithin(rules, { durationMinutes, now: NOW, busy: spoken })
          const isSorted = found.every((slot, n) => n === 0 || slot > found[n - 1])
          return (
            isSorted &&
            found.every((slot) => {
              const end = slot.plus({ minutes: durationMinutes })
              const local = slot.setZone(timeZone)
              return (
                slot >= NOW.plus({ hours: leadHours }) &&
                spoken.every(({ startsAt, endsAt }) => end <= startsAt || slot >= endsAt) &&
                windows.some(
                  ({ weekday, from }) =>
                    weekday === local.weekday && local.toFormat('HH:mm') >= from
                )
              )
            })
          )
        }
      )
    )
  })
})
