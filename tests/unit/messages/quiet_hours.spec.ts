import { QuietHours } from '#messages/quiet_hours'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const night = { quietHoursStart: '21:00', quietHoursEnd: '08:00' }
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const ZONES = Intl.supportedValuesOf('timeZone')

test.group('Quiet hours', () => {
  test('late in the evening they end next morning, early in the morning the same one', ({
    assert,
  }) => {
    const hours = new QuietHours(night, 'America/Sao_Paulo')
    assert.equal(hours.endAround(at('2026-11-21T00:00:00Z')).toISO(), '2026-11-21T11:00:00.000Z')
    assert.equal(hours.endAround(at('2026-11-21T09:00:00Z')).toISO(), '2026-11-21T11:00:00.000Z')
  })

  test('by day nothing is deferred', ({ assert }) => {
    const hours = new QuietHours(night, 'America/Sao_Paulo')
    const noon = at('2026-11-21T15:00:00Z')
    assert.equal(hours.endAround(noon).toMillis(), noon.toMillis())
  })

  test('without hours nothing is deferred', ({ assert }) => {
    const hours = new QuietHours({ quietHoursStart: null, quietHoursEnd: null }, 'UTC')
    const night2 = at('2026-11-21T03:00:00Z')
    assert.equal(hours.endAround(night2).toMillis(), night2.toMillis())
  })

  test('in every zone, on every day, nobody is rung in them and nothing waits more than a day', ({
    assert,
  }) => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (date, zone) => {
        const due = DateTime.fromJSDate(date).toUTC()
        const allowed = new QuietHours(night, zone).endAround(due)
        const clock = allowed.setZone(zone).toFormat('HH:mm')
        assert.isTrue(clock >= '08:00' && clock < '21:00')
        assert.isTrue(allowed >= due && allowed.diff(due, 'hours').hours <= 13)
      })
    )
  })

  test('they yield when the deadline would pass first', ({ assert }) => {
    const hours = new QuietHours(night, 'America/Sao_Paulo')
    const due = at('2026-11-21T02:00:00Z')
    assert.equal(hours.defer(due, at('2026-11-21T10:30:00Z')).toMillis(), due.toMillis())
    assert.equal(hours.defer(due, at('2026-11-21T12:00:00Z')).toISO(), '2026-11-21T11:00:00.000Z')
  })
})
