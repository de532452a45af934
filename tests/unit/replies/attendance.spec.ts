import { isAttended, nightOf } from '#replies/attendance'
import { at } from '#tests/scene'
import { test } from '@japa/runner'

const WEEKDAYS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '18:00' },
])
const OFFICE = { windows: WEEKDAYS, timeZone: 'America/Sao_Paulo' }

/** Friday, 20 November 2026, on São Paulo's clock (three hours behind). */
const friday = (clock: string) => at(`2026-11-20T${clock}:00.000-03:00`)

test.group('When the team answers', () => {
  test('{clock} on a Friday: {attended}')
    .with([
      { clock: '07:59', attended: false },
      { clock: '08:00', attended: true },
      { clock: '12:00', attended: false },
      { clock: '17:59', attended: true },
      { clock: '18:00', attended: false },
    ])
    .run(({ assert }, { clock, attended }) =>
      assert.equal(isAttended(friday(clock), OFFICE), attended)
    )

  test('without any hours somebody is always there', ({ assert }) => {
    const always = { ...OFFICE, windows: [] }
    assert.isTrue(isAttended(friday('03:00'), always))
    assert.isNull(nightOf(friday('03:00'), always))
  })
})

test.group('Which night it is', () => {
  test('while somebody attends it is none', ({ assert }) => {
    assert.isNull(nightOf(friday('10:00'), OFFICE))
  })

  test('before and after midnight it is the same one', ({ assert }) => {
    const evening = nightOf(at('2026-11-19T23:00:00.000-03:00'), OFFICE)
    assert.equal(evening, '2026-11-19T18:00')
    assert.equal(nightOf(friday('07:00'), OFFICE), evening)
  })

  test('a weekend is one night', ({ assert }) => {
    const nights = ['2026-11-20T19:00', '2026-11-21T12:00', '2026-11-22T23:00', '2026-11-23T07:59']
    const names = nights.map((moment) => nightOf(at(`${moment}:00.000-03:00`), OFFICE))
    assert.deepEqual(new Set(names), new Set(['2026-11-20T18:00']))
  })

  test('a lunch break is one of its own', ({ assert }) => {
    assert.equal(nightOf(friday('12:30'), OFFICE), '2026-11-20T12:00')
  })

  test('an office that opens one day a week has one night between', ({ assert }) => {
    const mondays = { ...OFFICE, windows: [{ weekday: 1, from: '09:00', to: '10:00' }] }
    assert.equal(nightOf(friday('12:00'), mondays), '2026-11-16T10:00')
    assert.equal(nightOf(at('2026-11-23T08:00:00.000-03:00'), mondays), '2026-11-16T10:00')
  })
})
