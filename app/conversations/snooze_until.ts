import type { Snooze } from '#conversations/conversation_validators'
import { isStorable } from '#database/columns'
import { Problem } from '#core/problem'
import type { DateTime } from 'luxon'
import { DateTime as Clock } from 'luxon'

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 }

/**
 * When a snoozed conversation comes back; `now` carries the company's zone.
 * @throws Problem 422 on `until` for what is no moment ahead.
 */
export function snoozeUntil(snooze: Snooze, until: string | undefined, now: DateTime): DateTime {
  switch (snooze) {
    case 'hour':
      return now.plus({ hours: 1 })
    case 'tomorrow':
      return now.plus({ days: 1 }).set(MORNING)
    case 'monday':
      return now.plus({ days: 8 - now.weekday }).set(MORNING)
    case 'at':
      return chosen(until!, now)
    default:
      return snooze satisfies never
  }
}

function chosen(until: string, now: DateTime) {
  const moment = Clock.fromISO(until, { zone: now.zone })
  if (isStorable(moment) && moment > now) return moment
  throw Problem.invalid('until', 'future', 'Escolha um dia e uma hora que ainda não passaram.')
}
