import { isStorable, toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { DateTime } from 'luxon'
import vine from '@vinejs/vine'

/** Six weeks, which is what a month shows, and some. */
const LONGEST_RANGE = { days: 63 }
/** No interview lasts longer: how far back one that is still going on can have begun. */
const LONGEST_INTERVIEW = { hours: 24 }

const instant = () =>
  vine.string().transform((text) => {
    const at = DateTime.fromISO(text, { zone: 'utc' })
    return isStorable(at) ? at : null
  })

export const rangeValidator = vine.create({ start: instant(), end: instant() })

export interface CalendarRange {
  start: DateTime | null
  end: DateTime | null
}

/** What the calendar shows between two instants, as FullCalendar reads it; nothing when they cannot be read. */
export async function calendarEvents({ start, end }: CalendarRange) {
  if (!start || !end || end > start.plus(LONGEST_RANGE)) return []
  const interviews = await Interview.query()
    .where('starts_at', '>=', toDb(start.minus(LONGEST_INTERVIEW)))
    .where('starts_at', '<', toDb(end))
    .where('ends_at', '>', toDb(start))
    .whereNot('status', 'cancelled')
    .preload('candidate')
    .orderBy('starts_at')
  return interviews.map(calendarEvent)
}

function calendarEvent(interview: Interview) {
  const { id, title, candidate, startsAt, endsAt, status, revision } = interview
  return {
    id: String(id),
    title: `${candidate.name} · ${title}`,
    start: toDb(startsAt),
    end: toDb(endsAt),
    url: `/interviews/${id}`,
    className: `calendar-event calendar-${status}`,
    startEditable: interview.isOpen && !interview.hasBegun,
    extendedProps: { revision, firstName: candidate.firstName },
  }
}
