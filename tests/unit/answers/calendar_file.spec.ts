import { calendarFile } from '#answers/calendar_file'
import Interview from '#interviews/models/interview'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

const interview = (attributes = {}) =>
  new Interview().fill({
    id: 7,
    revision: 3,
    status: 'scheduled',
    title: 'Entrevista técnica',
    startsAt: at('2026-12-01T17:00:00.000Z'),
    endsAt: at('2026-12-01T18:30:00.000Z'),
    updatedAt: at('2026-11-20T13:00:00.000Z'),
    location: null,
    meetingUrl: 'https://video.example/ana',
    description: null,
    ...attributes,
  })

const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

test.group('The calendar file', () => {
  test('says when in UTC, and that a later one replaces it', ({ assert }) => {
    assert.deepEqual(unfolded(calendarFile(interview(), 'Empresa')), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Convoca//Convoca//PT',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:interview-7@localhost',
      'SEQUENCE:3',
      'DTSTAMP:20261120T130000Z',
      'DTSTART:20261201T170000Z',
      'DTEND:20261201T183000Z',
      'SUMMARY:Entrevista técnica | Empresa',
      'LOCATION:https://video.example/ana',
      'URL:https://video.example/ana',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('a cancelled interview leaves the calendar', ({ assert }) => {
    assert.include(calendarFile(interview({ status: 'cancelled' }), 'E'), 'STATUS:CANCELLED\r\n')
  })

  test('whatever is written in it stays one property, on lines that are short enough', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
    const nasty = fc.oneof(
      text,
      fc.constantFrom('a\r\nEND:VEVENT\r\nX:1', '😀'.repeat(60), '\\,;\n')
    )
    fc.assert(
      fc.property(nasty, (written) => {
        const file = calendarFile(interview({ title: written, location: written }), written)
        const lines = file.split('\r\n')
        const names = unfolded(file).map((line) => line.split(':')[0])
        return (
          lines.every((line) => Buffer.byteLength(line) <= 75) &&
          !/[\r\n]/.test(lines.join('')) &&
          names.filter((name) => name === 'END').length === 2 &&
          names.every((name) => /^[A-Z]*$/.test(name))
        )
      })
    )
  })

  test('a reader gets back what was written', ({ assert }) => {
    const title = 'Fase 2; com a gestora, às 14h \\ sala 3'
    const [, written] = unfolded(calendarFile(interview({ title }), 'E'))
      .find((line) => line.startsWith('SUMMARY:'))!
      .split(/SUMMARY:/)
    assert.equal(written.replace(/\\([\\;,])/g, '$1'), `${title} | E`)
  })
})
