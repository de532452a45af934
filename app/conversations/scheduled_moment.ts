import { isStorable } from '#database/columns'
import { Problem } from '#core/problem'
import { DateTime } from 'luxon'

const FURTHEST = { days: 90 }

/**
 * The moment a form says on the company's clock.
 * @throws Problem 422 on `send_at` for what is no moment ahead.
 */
export function scheduledMoment(date: string, time: string, zone: string): DateTime {
  return ahead(DateTime.fromISO(`${date}T${time}`, { zone }))
}

/** @throws Problem 422 on `field` for what is no moment ahead. */
export function ahead(moment: DateTime, field = 'send_at'): DateTime {
  const now = DateTime.utc()
  if (isStorable(moment) && moment > now && moment < now.plus(FURTHEST)) return moment.toUTC()
  throw Problem.invalid(
    field,
    'future',
    'Escolha um dia e uma hora que ainda não passaram, nos próximos 90 dias.'
  )
}
