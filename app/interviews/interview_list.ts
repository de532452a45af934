import { keysetPage } from '#core/keyset_page'
import { addressWith } from '#core/pages/addresses'
import { openingOption, personOption, TYPE_OPTIONS } from '#interviews/booking_choices'
import {
  filteredInterviews,
  hasMoreFilters,
  isFiltered,
  isLatestFirst,
  periodOf,
  readFilters,
  PERIOD_LABELS,
  PERIODS,
  type InterviewFilters,
} from '#interviews/interview_filters'
import { INTERVIEW_STATUSES, STATUS_LABELS } from '#interviews/interview_status'
import JobOpening from '#interviews/models/job_opening'
import CompanySettings from '#settings/models/company_settings'
import User from '#users/models/user'

/** What the page of the list shows; `query` is its address. */
export async function listPage(query: Record<string, unknown>) {
  const { timeZone } = await CompanySettings.current()
  const filters = await readFilters(query)
  return {
    filters,
    period: periodOf(filters),
    isFiltered: isFiltered(filters),
    hasMoreFilters: hasMoreFilters(filters),
    choices: await filterChoices(),
    page: await interviewsPage(filters, timeZone),
    hereWith: (changes: object) => addressWith('/interviews', filters, changes),
    exportHref: addressWith('/interviews/export', filters, { cursor: null }),
  }
}

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
async function filterChoices() {
  return {
    periods: PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] })),
    statuses: INTERVIEW_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    types: TYPE_OPTIONS,
    sorts: [
      { value: 'soonest', label: 'Mais cedo primeiro' },
      { value: 'latest', label: 'Mais tarde primeiro' },
    ],
    openings: (await JobOpening.query().orderBy('title')).map(openingOption),
    interviewers: (await User.query().orderBy('full_name')).map(personOption),
  }
}
