import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import type { DateTime } from 'luxon'

export interface AgendaHour {
  /** The full hour, in the zone of the day. */
  at: DateTime
  interviews: Interview[]
}

/** The interviews of a day, hour by hour; `day` carries the zone whose day it is. */
export async function agendaOf(day: DateTime): Promise<AgendaHour[]> {
  const interviews = await Interview.query()
    .where('starts_at', '>=', toDb(day.startOf('day')))
    .where('starts_at', '<', toDb(day.startOf('day').plus({ days: 1 })))
    .preload('candidate')
    .preload('jobOpening')
    .preload('round')
    .orderBy('starts_at')
    .orderBy('id')

  const hours = Map.groupBy(interviews, ({ startsAt }) =>
    startsAt.setZone(day.zone).startOf('hour').toMillis()
  )
  return [...hours.values()].map((inHour) => ({
    at: inHour[0].startsAt.setZone(day.zone).startOf('hour'),
    interviews: inHour,
  }))
}
