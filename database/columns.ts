import { column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'

/**
 * The one text form of an instant in the database: UTC, ISO 8601, milliseconds (`2026-11-20T13:30:00.000Z`).
 * Queries bind it too, so that SQLite compares text with text and PostgreSQL reads the same instant.
 */
export const toDb = (instant: DateTime) => instant.toUTC().toISO({ precision: 'milliseconds' })!

export const fromDb = (value: Date | string) =>
  value instanceof Date
    ? DateTime.fromJSDate(value, { zone: 'utc' })
    : DateTime.fromISO(value, { zone: 'utc' })

/** Whether an instant can be asked for: PostgreSQL reads no year of five digits, and none before the first. */
export const isStorable = (instant: DateTime) =>
  instant.isValid && instant.year > 0 && instant.year < 9999

const prepareInstant = (value: unknown) => {
  if (value === null || value === undefined || typeof value === 'string') return value
  if (DateTime.isDateTime(value) && value.isValid) return toDb(value)
  throw new TypeError(`expected a valid DateTime, got ${value}`)
}

type DateTimeOptions = NonNullable<Parameters<typeof column.dateTime>[0]>

/**
 * A Lucid column holding an instant. Lucid's own writes local wall time to SQLite and loses zone and milliseconds.
 */
export function utcDateTime(options: DateTimeOptions = {}) {
  return column.dateTime({
    prepare: prepareInstant,
    consume: (value) => (value ? fromDb(value) : value),
    serialize: (value) => (value ? toDb(value) : value),
    ...options,
  })
}

/**
 * A Lucid column holding JSON: text on SQLite, `json` on PostgreSQL, a value here.
 */
export function jsonColumn() {
  return column({
    prepare: (value) => (value === null || value === undefined ? value : JSON.stringify(value)),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
}
