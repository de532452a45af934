import { rowId } from '#core/row_id'
import { withoutNul } from '#core/text_rules'
import { toDb } from '#database/columns'
import { INTERVIEW_STATUSES, INTERVIEW_TYPES } from '#interviews/interview_status'
import Interview from '#interviews/models/interview'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'

export const PERIODS = ['upcoming', 'today', 'week', 'past', 'all'] as const
export type Period = (typeof PERIODS)[number]

export const PERIOD_LABELS: Record<Period, string> = {
  upcoming: 'De agora em diante',
  today: 'Hoje',
  week: 'Próximos 7 dias',
  past: 'Passadas',
  all: 'Todas',
}

type InterviewQuery = ModelQueryBuilderContract<typeof Interview>

const SELDOM = ['interview_type', 'job_opening_id', 'interviewer_id', 'sort']

/** What the address of a list may say. */
export const interviewFiltersValidator = vine.create({
  search: vine.string().use(withoutNul()).trim().maxLength(200).optional(),
  status: vine.enum(INTERVIEW_STATUSES).optional(),
  period: vine.enum(PERIODS).optional(),
  interview_type: vine.enum(INTERVIEW_TYPES).optional(),
  job_opening_id: rowId().optional(),
  interviewer_id: rowId().optional(),
  sort: vine.enum(['soonest', 'latest'] as const).optional(),
  cursor: vine.string().maxLength(300).optional(),
})

export type InterviewFilters = Infer<typeof interviewFiltersValidator>

/** Filters from an address somebody may have mangled: what cannot be read is left out. */
export async function readFilters(query: Record<string, unknown>): Promise<InterviewFilters> {
  const [error, filters] = await interviewFiltersValidator.tryValidate(query)
  if (!error) return filters
  const wrong = new Set(error.messages.map(({ field }: { field: string }) => field))
  const readable = Object.entries(query).filter(([name]) => !wrong.has(name))
  return interviewFiltersValidator.validate(Object.fromEntries(readable))
}

/** Interviews that match; days are those of `zone`. */
export function filteredInterviews(filters: InterviewFilters, zone: string) {
  const query = Interview.query()
  if (filters.status) query.where('status', filters.status)
  if (filters.interview_type) query.where('interview_type', filters.interview_type)
  if (filters.job_opening_id) query.where('job_opening_id', filters.job_opening_id)
  if (filters.interviewer_id) {
    const { interviewer_id: interviewer } = filters
    query.whereHas('interviewers', (users) => users.where('users.id', interviewer))
  }
  if (filters.search) matching(query, filters.search)
  within(query, periodOf(filters), zone)
  return query
}

export const periodOf = ({ period, search }: InterviewFilters): Period =>
  period ?? (search ? 'all' : 'upcoming')

const names = (filters: InterviewFilters) => Object.keys(filters) as (keyof InterviewFilters)[]

/** The list leaves something out that is not out of sight by default. */
export const isFiltered = (filters: InterviewFilters) =>
  names(filters).some(
    (name) => name !== 'cursor' && name !== 'sort' && filters[name] !== 'upcoming'
  )

/** One of those that are not always in sight is in use. */
export const hasMoreFilters = (filters: InterviewFilters) =>
  names(filters).some((name) => SELDOM.includes(name))

/** What is ahead begins with what comes next; what is over, with what was last. */
export const isLatestFirst = (filters: InterviewFilters) =>
  filters.sort ? filters.sort === 'latest' : ['past', 'all'].includes(periodOf(filters))

function matching(query: InterviewQuery, search: string) {
  query.where((either) => {
    either
      .whereHas('candidate', (contacts) => contacts.withScopes((scopes) => scopes.matching(search)))
      .orWhereRaw(`lower(title) like ? escape '\\'`, [`%${escaped(search.toLowerCase())}%`])
  })
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

function within(query: InterviewQuery, period: Period, zone: string) {
  const now = DateTime.utc()
  const today = now.setZone(zone).startOf('day')
  if (period === 'upcoming') query.where('ends_at', '>=', toDb(now))
  if (period === 'past') query.where('ends_at', '<', toDb(now))
  if (period === 'today') between(query, today, today.plus({ days: 1 }))
  if (period === 'week') between(query, today, today.plus({ days: 7 }))
}

function between(query: InterviewQuery, from: DateTime, to: DateTime) {
  query.where('starts_at', '>=', toDb(from)).where('starts_at', '<', toDb(to))
}
