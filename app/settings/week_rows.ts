import { Problem } from '#core/problem'
import type { WeekWindow } from '#settings/week_windows'
import { Info } from 'luxon'

const ROWS_A_DAY = ['Manhã', 'Tarde']
const NOON = '12:00'

interface TypedWindow {
  weekday: number
  from?: string | null
  to?: string | null
}

/** The week as a form shows it: every weekday with room for two windows. */
export function weekDays(windows: WeekWindow[]) {
  return Info.weekdays('long', { locale: 'pt-BR' }).map((label, day) => {
    const weekday = day + 1
    const ofDay = inRows(windows.filter((window) => window.weekday === weekday))
    const rows = ROWS_A_DAY.map((name, n) => ({
      label: name,
      index: day * ROWS_A_DAY.length + n,
      from: ofDay[n]?.from ?? '',
      to: ofDay[n]?.to ?? '',
    }))
    return { weekday, label, rows }
  })
}

/** An afternoon alone is not shown as a morning. */
const inRows = (ofDay: WeekWindow[]) =>
  ofDay.length === 1 && ofDay[0].from >= NOON ? [undefined, ofDay[0]] : ofDay

/**
 * Rows as windows; empty ones do not count.
 * @throws Problem 422 for one that lacks an end or ends before it begins
 */
export function windowsOf(typed: TypedWindow[]): WeekWindow[] {
  return typed.flatMap(({ weekday, from, to }, index) => {
    if (!from && !to) return []
    if (!from) throw Problem.invalid(`windows.${index}.from`, 'required', 'Diga quando começa.')
    if (!to) throw Problem.invalid(`windows.${index}.to`, 'required', 'Diga quando termina.')
    if (from < to) return [{ weekday, from, to }]
    throw Problem.invalid(`windows.${index}.to`, 'after', 'O fim precisa vir depois do começo.')
  })
}
