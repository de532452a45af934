import { toDb } from '#database/columns'
import { keysetPage } from '#core/keyset_page'
import Message from '#messages/models/message'
import { lostSince } from '#reports/lost_messages'
import { DateTime } from 'luxon'

const PER_PAGE = 30
const LONGEST_WORD = 200

export const QUEUE_VIEWS = ['all', 'due', 'later', 'failed'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

export interface QueueFilter {
  view: QueueView
  sender: string
  cursor?: string
  /** Among those that failed: of which cause. */
  reason?: string
  code?: string
}

/** What an address asks for; what makes no sense is not asked. */
export function readQueueFilter(query: Record<string, unknown>): Partial<QueueFilter> {
  const view = QUEUE_VIEWS.find((one) => one === query.view)
  const [sender, cursor, reason, code] = [query.sender, query.cursor, query.reason, query.code].map(
    word
  )
  return { view, sender, cursor, reason, code }
}

const word = (value: unknown) =>
  typeof value === 'string' && value.length <= LONGEST_WORD && !value.includes('\u0000')
    ? value
    : undefined

/** One page of what waits for a sender, the next to leave first; or of what did not leave lately, the latest first. */
export function queueList(filter: QueueFilter) {
  return filter.view === 'failed' ? failedList(filter) : waitingList(filter)
}

/** Conditions are literal where a partial index has them: SQLite recognises nothing else. */
function waitingList({ view, sender, cursor }: QueueFilter) {
  const query = Message.query().whereRaw(`status = 'queued'`).where({ sender }).preload('contact')
  const now = toDb(DateTime.utc())
  if (view === 'due') query.where('send_at', '<=', now)
  if (view === 'later') query.where('send_at', '>', now)
  return keysetPage(query, { by: ['sendAt', 'id'], limit: PER_PAGE, cursor })
}

function failedList({ sender, cursor, reason, code }: QueueFilter) {
  const query = Message.query()
    .whereRaw(`status in ('failed', 'expired')`)
    .where({ sender })
    .where('updated_at', '>=', toDb(lostSince()))
    .whereNot('reason', 'resent_by_person')
    .preload('contact')
  if (reason) query.where({ reason })
  if (code) query.where('error_code', code)
  return keysetPage(query, { by: ['updatedAt', 'id'], descending: true, limit: PER_PAGE, cursor })
}
