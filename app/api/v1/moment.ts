import { Problem } from '#core/problem'
import { DateTime } from 'luxon'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const OFFSET = /T.*(Z|[+-]\d{2}:?\d{2})$/i

interface Reading {
  /** The query parameter, for the complaint. */
  field: string
  /** Days are those of this zone. */
  zone: string
}

/** The instant a query names, or the one at which the day it names begins. */
export function beginningOf(text: string, { field, zone }: Reading) {
  return DAY.test(text) ? readDay(text, { field, zone }) : readInstant(text, field)
}

/** As `beginningOf`, but a day is meant to its end. */
export function endOf(text: string, { field, zone }: Reading) {
  if (!DAY.test(text)) return readInstant(text, field)
  return readDay(text, { field, zone }).plus({ days: 1 })
}

function readDay(text: string, { field, zone }: Reading) {
  const day = DateTime.fromISO(text, { zone })
  if (!day.isValid) throw unreadable(field)
  return day
}

function readInstant(text: string, field: string) {
  // In an address a bare `+` means a space.
  const written = text.replace(' ', '+')
  const instant = DateTime.fromISO(written, { setZone: true })
  if (!instant.isValid || !OFFSET.test(written) || instant.toUTC().year > 9999)
    throw unreadable(field)
  return instant
}

const unreadable = (field: string) =>
  Problem.invalid(
    field,
    'date',
    'Use uma data, como 2026-12-01, ou data e hora com fuso, como 2026-12-01T14:00:00-03:00.'
  )

/** The instant a body names; days are none. */
export const instantOf = (text: string, field: string) => readInstant(text, field)
