import { exactTime, friendlyTime } from '#core/friendly_time'
import { freezeTime, test } from '@japa/runner'
import { DateTime } from 'luxon'

const zone = 'America/Sao_Paulo'
const at = (local: string, inZone = zone) => DateTime.fromISO(local, { zone: inZone }).toUTC()

const NOW = new Date('2026-11-30T12:00:00.000Z')

test.group('Friendly time', () => {
  test('today, tomorrow and yesterday are called so', ({ assert }) => {
    freezeTime(NOW)
    assert.equal(friendlyTime(at('2026-11-30T14:00'), { zone }), 'hoje 14:00')
    assert.equal(friendlyTime(at('2026-12-01T09:30'), { zone }), 'amanhã 9:30')
    assert.equal(friendlyTime(at('2026-11-29T00:05'), { zone }), 'ontem 0:05')
  })

  test('other days have their weekday, and the first of a month is an ordinal', ({ assert }) => {
    freezeTime(NOW)
    assert.equal(friendlyTime(at('2026-12-02T14:00'), { zone }), 'qua., 2 dez. 14:00')
    assert.equal(friendlyTime(at('2027-02-01T14:00'), { zone }), 'seg., 1º fev. 2027 14:00')
    assert.equal(friendlyTime(at('2026-09-01T14:00'), { zone }), 'ter., 1º set. 14:00')
  })

  test('what day it is depends on the zone', ({ assert }) => {
    freezeTime(NOW)
    const instant = DateTime.fromISO('2026-12-01T01:30:00Z')
    assert.equal(friendlyTime(instant, { zone }), 'hoje 22:30')
    assert.equal(friendlyTime(instant, { zone: 'Europe/Lisbon' }), 'amanhã 1:30')
  })

  test('the day before a change of clocks is still yesterday', ({ assert }) => {
    const berlin = 'Europe/Berlin'
    freezeTime(new Date('2026-03-29T12:00:00.000Z'))
    assert.equal(friendlyTime(at('2026-03-28T23:00', berlin), { zone: berlin }), 'ontem 23:00')
    assert.equal(friendlyTime(at('2026-03-30T00:30', berlin), { zone: berlin }), 'amanhã 0:30')
  })

  test('only the date or only the time, when asked', ({ assert }) => {
    freezeTime(NOW)
    assert.equal(friendlyTime(at('2026-12-01T09:30'), { zone, show: 'date' }), 'amanhã')
    assert.equal(friendlyTime(at('2026-12-01T09:30'), { zone, show: 'time' }), '9:30')
  })

  test('how long ago, until the date says more', ({ assert }) => {
    freezeTime(NOW)
    const ago = (minutes: number) =>
      friendlyTime(DateTime.utc().minus({ minutes }), { zone, show: 'ago' })
    assert.equal(ago(0), 'agora')
    assert.equal(ago(5), 'há 5 minutos')
    assert.equal(ago(-120), 'em 2 horas')
    assert.equal(ago(24 * 60), 'ontem 9:00')
  })

  test('the exact instant names the day, the time and the zone', ({ assert }) => {
    assert.equal(
      exactTime(at('2026-12-01T14:00'), { zone }),
      'terça-feira, 1º de dezembro de 2026, 14:00 (Horário Padrão de Brasília)'
    )
  })
})
