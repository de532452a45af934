import type { WeekWindow } from '#settings/week_windows'
import type { DateTime } from 'luxon'

/** The hours in which the team answers; none said: always. */
export interface Attendance {
  windows: WeekWindow[]
  timeZone: string
}

export function isAttended(at: DateTime, { windows, timeZone }: Attendance) {
  if (windows.length === 0) return true
  const local = at.setZone(timeZone)
  const clock = local.toFormat('HH:mm')
  return windows.some(
    ({ weekday, from, to }) => weekday === local.weekday && from <= clock && clock < to
  )
}

const DAYS_A_WEEK = 7

/**
 * Which stretch without attendance a moment lies in: the day its last attendance ended, so that a weekend is one night.
 * Null while somebody attends.
 */
export function nightOf(at: DateTime, attendance: Attendance): string | null {
  if (isAttended(at, attendance)) return null
  const local = at.setZone(attendance.timeZone)
  const clock = local.toFormat('HH:mm')
  for (let days = 0; days <= DAYS_A_WEEK; days += 1) {
    const day = local.minus({ days })
    const ended = attendance.windows.filter(
      ({ weekday, to }) => weekday === day.weekday && (days > 0 || to <= clock)
    )
    if (ended.length > 0)
      return `${day.toISODate()}T${ended
        .map(({ to }) => to)
        .sort()
        .at(-1)}`
  }
  return null
}
