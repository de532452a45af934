import { keysetPage } from '#core/keyset_page'
import { openingOption, personOption, TYPE_OPTIONS } from '#interviews/booking_choices'
import {
  filteredInterviews,
  isLatestFirst,
  PERIOD_LABELS,
  PERIODS,
  type InterviewFilters,
} from '#interviews/interview_filters'
import { INTERVIEW_STATUSES, STATUS_LABELS } from '#interviews/interview_status'
import JobOpening from '#interviews/models/job_opening'
import User from '#users/models/user'

/** One page of the list, with what its rows show. */
export function interviewsPage(filters: InterviewFilters, zone: string, limit?: number) {
  const query = filteredInterviews(filters, zone)
    .preload('candidate')
    .preload('jobOpening')
    .preload('round')
    .preload('interviewers')
  const descending = isLatestFirst(filters)
  return keysetPage(query, { by: ['startsAt', 'id'], descending, limit, cursor: filters.cursor })
}

/** What the list can be filtered by. */
export async function filterChoices() {
  return {
    periods: PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] })),
    statuses: INTERVIEW_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    types: TYPE_OPTIONS,
    openings: (await JobOpening.query().orderBy('title')).map(openingOption),
    interviewers: (await User.query().orderBy('full_name')).map(personOption),
  }
}
