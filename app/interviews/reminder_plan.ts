import { type DateTime } from 'luxon'

/** A reminder, `offset` minutes before the start, at the instant `at`. */
export interface PlannedReminder {
  offset: number
  at: DateTime
}

/**
 * The reminders of an interview that starts at `startsAt`, in the order in which they come.
 */
export function remindersOf(startsAt: DateTime, offsets: number[]): PlannedReminder[] {
  return [...offsets]
    .sort((a, b) => b - a)
    .map((offset) => ({ offset, at: startsAt.minus({ minutes: offset }) }))
}

/** The first one after `after`: an offset that had already passed when the date was set is skipped. */
export function nextReminder(startsAt: DateTime, offsets: number[], after: DateTime) {
  return remindersOf(startsAt, offsets).find(({ at }) => at > after) ?? null
}
