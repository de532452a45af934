import { spokenDate, spokenDay, spokenDuration, spokenZone } from '#notifications/spoken'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

const local = (iso: string, zone = 'America/Sao_Paulo') => DateTime.fromISO(iso, { zone })

test.group('Dates and durations as people say them', () => {
  test('the first of a month is an ordinal in Portuguese', ({ assert }) => {
    assert.equal(
      spokenDate(local('2026-12-01T14:00'), 'pt-BR'),
      'terça-feira, 1º de dezembro de 2026'
    )
    assert.equal(
      spokenDate(local('2026-12-11T14:00'), 'pt-BR'),
      'sexta-feira, 11 de dezembro de 2026'
    )
    assert.equal(spokenDate(local('2026-12-01T14:00'), 'en'), 'Tuesday, December 1, 2026')
    assert.equal(spokenDate(local('2026-12-01T14:00'), 'es'), 'martes, 1 de diciembre de 2026')
  })

  test('one hour is singular, and minutes are named only when there are some', ({ assert }) => {
    const spoken = [1, 30, 60, 61, 90, 120, 135].map((total) => spokenDuration(total, 'pt-BR'))
    assert.deepEqual(spoken, [
      '1 minuto',
      '30 minutos',
      '1 hora',
      '1 hora e 1 minuto',
      '1 hora e 30 minutos',
      '2 horas',
      '2 horas e 15 minutos',
    ])
  })

  test('tomorrow is tomorrow where the interview is', ({ assert }) => {
    const now = local('2026-11-30T23:30')
    assert.equal(spokenDay(local('2026-11-30T23:45'), now, 'pt-BR'), 'hoje')
    assert.equal(spokenDay(local('2026-12-01T00:15'), now, 'pt-BR'), 'amanhã')
    assert.equal(spokenDay(local('2026-11-30T23:45', 'America/Manaus'), now, 'pt-BR'), 'hoje')
    assert.equal(spokenDay(local('2026-12-03T09:00'), now, 'en'), 'Thursday, December 3, 2026')
  })

  test('the zone is named only where the clocks differ', ({ assert }) => {
    const company = 'America/Sao_Paulo'
    assert.equal(spokenZone(local('2026-12-01T14:00'), company, 'pt-BR'), '')
    assert.equal(spokenZone(local('2026-12-01T14:00', 'America/Bahia'), company, 'pt-BR'), '')
    assert.equal(
      spokenZone(local('2026-12-01T14:00', 'America/Manaus'), company, 'pt-BR'),
      'horário de Manaus'
    )
    assert.equal(
      spokenZone(local('2026-12-01T14:00', company), 'Europe/Lisbon', 'en'),
      'Brasília time'
    )
  })
})
