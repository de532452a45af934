import type { ReminderUnit } from '#settings/validators/company_validator'

const MINUTES: Record<ReminderUnit, number> = { days: 24 * 60, hours: 60, minutes: 1 }
const BLANK_ROWS = 1

export interface ReminderRow {
  amount: number | string
  unit: ReminderUnit
}

export const REMINDER_UNITS = [
  { value: 'minutes', label: 'minutos antes' },
  { value: 'hours', label: 'horas antes' },
  { value: 'days', label: 'dias antes' },
]

/** Offsets (minutes) as rows of a form, each in the unit people would say, and an empty one to add another. */
export function reminderRows(offsets: number[]): ReminderRow[] {
  const blanks = Array.from({ length: BLANK_ROWS }, () => ({ amount: '', unit: 'hours' as const }))
  return [...offsets.map(spoken), ...blanks]
}

/** 24 hours are said so; from two days on, in days. */
function spoken(offset: number): ReminderRow {
  if (offset % MINUTES.days === 0 && offset > MINUTES.days) {
    return { amount: offset / MINUTES.days, unit: 'days' }
  }
  if (offset % MINUTES.hours === 0) return { amount: offset / MINUTES.hours, unit: 'hours' }
  return { amount: offset, unit: 'minutes' }
}

/** Rows as offsets in minutes, the longest first, each once. */
export function offsetsOf(rows: { amount: number; unit: ReminderUnit }[]) {
  const offsets = rows.map(({ amount, unit }) => amount * MINUTES[unit])
  return [...new Set(offsets)].sort((a, b) => b - a)
}
