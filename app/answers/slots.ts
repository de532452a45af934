import { windowsOn, type Span } from '#answers/windows_on'
import type { WeekWindow } from '#settings/week_windows'
import { DateTime } from 'luxon'

const SHORTEST_STEP = 30
const LONGEST_STEP = 60

export interface Rules {
  windows: WeekWindow[]
  /** The company's: its windows are on its clock. */
  timeZone: string
  /** Nothing sooner than this. */
  leadHours: number
  /** Nothing later than so many days from now. */
  horizonDays: number
}

interface Wanted {
  durationMinutes: number
  now: DateTime
  busy: Span[]
}

/**
 * Starts an interview of that length may be moved to, in order, in UTC: within a window, late enough to prepare, and at a
 * time when nobody who must come is somewhere else.
 */
export function slotsWithin(rules: Rules, { durationMinutes, now, busy }: Wanted): DateTime[] {
  const { windows, timeZone, leadHours, horizonDays } = rules
  const earliest = now.plus({ hours: leadHours })
  const today = now.setZone(timeZone).startOf('day')
  const days = Array.from({ length: horizonDays + 1 }, (_, n) => today.plus({ days: n }))
  const starts = days
    .flatMap((day) => windowsOn(day, windows))
    .flatMap((window) => startsIn(window, durationMinutes))
    .filter((start) => start >= earliest)
    .filter((start) => busy.every((span) => !overlaps(start, durationMinutes, span)))
  const inOrder = [...new Set(starts.map((start) => start.toMillis()))].sort((a, b) => a - b)
  return inOrder.map((ms) => DateTime.fromMillis(ms, { zone: 'utc' }))
}

/** On the half hour for short ones, on the hour for the others: a list a person can look through. */
function startsIn({ startsAt, endsAt }: Span, durationMinutes: number): DateTime[] {
  const step = durationMinutes <= SHORTEST_STEP ? SHORTEST_STEP : LONGEST_STEP
  const room = endsAt.diff(startsAt, 'minutes').minutes - durationMinutes
  const count = room < 0 ? 0 : Math.floor(room / step) + 1
  return Array.from({ length: count }, (_, n) => startsAt.plus({ minutes: n * step }))
}

const overlaps = (start: DateTime, minutes: number, { startsAt, endsAt }: Span) =>
  start < endsAt && start.plus({ minutes }) > startsAt
