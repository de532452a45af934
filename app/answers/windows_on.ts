import type { WeekWindow } from '#settings/week_windows'
import type { DateTime } from 'luxon'

export interface Span {
  startsAt: DateTime
  endsAt: DateTime
}

/** The windows of the day that `day` begins, in its zone. A clock time that a change of clocks skips is the next one. */
export function windowsOn(day: DateTime, windows: WeekWindow[]): Span[] {
  return windows
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ from, to }) => ({ startsAt: clockOn(day, from), endsAt: clockOn(day, to) }))
    .sort((one, other) => one.startsAt.toMillis() - other.startsAt.toMillis())
}

function clockOn(day: DateTime, clock: string) {
  const [hour, minute] = clock.split(':').map(Number)
  return day.set({ hour, minute, second: 0, millisecond: 0 })
}
