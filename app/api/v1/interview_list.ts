import { beginningOf, endOf } from '#api/v1/moment'
import { describedInterviews } from '#api/v1/transformers/interview_json'
import type { InterviewListInput } from '#api/v1/validators/list_validators'
import { toDb } from '#database/columns'

type InterviewQuery = ReturnType<typeof describedInterviews>

/** The interviews a query asks for; its days are those of `zone`. */
export function listedInterviews(filters: InterviewListInput, zone: string) {
  const { from, to, updated_since: since, q } = filters
  const query = describedInterviews()
  for (const column of ['status', 'candidate_id', 'job_opening_id'] as const) {
    if (filters[column]) query.where(column, filters[column])
  }
  if (from) query.where('starts_at', '>=', toDb(beginningOf(from, { field: 'from', zone })))
  if (to) query.where('starts_at', '<', toDb(endOf(to, { field: 'to', zone })))
  if (since) {
    query.where('updated_at', '>=', toDb(beginningOf(since, { field: 'updated_since', zone })))
  }
  if (q) matching(query, q)
  return query
}

/** The candidate or the title. */
function matching(query: InterviewQuery, q: string) {
  const title = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  query.where((either) => {
    either
      .whereHas('candidate', (contacts) => contacts.withScopes((scopes) => scopes.matching(q)))
      .orWhereRaw(`lower(title) like ? escape '\\'`, [title])
  })
}
