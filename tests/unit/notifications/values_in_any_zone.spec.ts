import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import { interviewValues } from '#notifications/interview_values'
import CompanySettings from '#settings/models/company_settings'
import { startClock, stopClockAt } from '#tests/scene'
import { moments, wallClock } from '#tests/zones'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const HOUR = 3_600_000

function valuesOf(startsAt: number, timeZone: string) {
  const interview = new Interview().merge({
    timeZone,
    title: 'Entrevista técnica',
    interviewType: 'phone',
    durationMinutes: 60,
    startsAt: DateTime.fromMillis(startsAt, { zone: 'utc' }),
  })
  interview.$setRelated('jobOpening', null)
  interview.$setRelated('round', null)
  const candidate = new Contact().merge({ name: 'Ana Exemplo', locale: 'en' })
  const settings = new CompanySettings().merge({ timeZone: 'America/Sao_Paulo' })
  return interviewValues({ interview, candidate, settings, previous: null })
}

const day = (wall: string) => Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) / (24 * HOUR)

test.group('What a text says of the date', (group) => {
  group.each.teardown(startClock)

  test('is what the walls show where the interview is', ({ assert }) => {
    fc.assert(
      fc.property(moments(), ([zone, startsAt]) => {
        const wall = wallClock(startsAt, zone)
        const { date, time } = valuesOf(startsAt, zone)
        assert.equal(time, wall.slice(-5))
        const spoken = DateTime.fromFormat(date, 'cccc, LLLL d, yyyy', { locale: 'en' })
        assert.equal(spoken.toISODate(), wall.slice(0, 10))
      })
    )
  })

  test('names another zone exactly where its clock differs from the company’s', ({ assert }) => {
    fc.assert(
      fc.property(moments(), ([zone, startsAt]) => {
        const differs = wallClock(startsAt, zone) !== wallClock(startsAt, 'America/Sao_Paulo')
        assert.equal(valuesOf(startsAt, zone).time_zone_label !== '', differs)
      })
    )
  })

  test('today and tomorrow are those of the place', ({ assert }) => {
    fc.assert(
      fc.property(moments(), fc.integer({ min: 0, max: 72 }), ([zone, startsAt], hours) => {
        const now = startsAt - hours * HOUR
        stopClockAt(DateTime.fromMillis(now, { zone: 'utc' }))
        const days = day(wallClock(startsAt, zone)) - day(wallClock(now, zone))
        const { day_phrase: phrase, date } = valuesOf(startsAt, zone)
        assert.equal(phrase, ['today', 'tomorrow'][days] ?? date)
      })
    )
  })
})
