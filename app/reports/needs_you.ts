import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { DateTime } from 'luxon'

/** Older trouble is history: it stays on the interview's page. */
const STUCK_DAYS = 7
const INBOUND_HOURS = 48
const CONFIRMED_BY_HOUR = 12
const MOST = 20

/**
 * What waits for a person, each list short and the most pressing first.
 */
export async function needsYou(zone: string) {
  const now = DateTime.utc().setZone(zone)
  const [stuck, unconfirmed, inbound, outcomes] = [
    await stuckMessages(now),
    await unconfirmedTomorrow(now),
    await latestInbound(now),
    await awaitingOutcome(now),
  ]
  const count = stuck.length + unconfirmed.length + inbound.length + outcomes.length
  return { stuck, unconfirmed, inbound, outcomes, count }
}

/** Did not go out, or nobody knows; unless somebody tried again, or it would no longer be true. */
function stuckMessages(now: DateTime) {
  return Message.query()
    .whereRaw(`status in ('failed', 'unconfirmed')`)
    .where('direction', 'outbound')
    .whereNull('reconcile_at')
    .whereNot('kind', 'test')
    .where('created_at', '>=', toDb(now.minus({ days: STUCK_DAYS })))
    .where((query) => query.whereNull('reason').orWhereNot('reason', 'resent_by_person'))
    .whereRaw(
      `not exists (select 1 from messages again where again.dedupe_key = 'resend:' || messages.id)`
    )
    .where((query) => {
      query.whereNull('interview_id').orWhere('template_key', 'interview_cancelled')
      query.orWhereExists((interviews) =>
        interviews
          .from('interviews')
          .whereColumn('interviews.id', 'messages.interview_id')
          .whereColumn('interviews.revision', 'messages.revision')
          .whereIn('interviews.status', ['scheduled', 'confirmed'])
          .where('interviews.starts_at', '>', toDb(now))
      )
    })
    .preload('contact')
    .orderBy('id', 'desc')
    .limit(MOST)
}

/** Not asked before noon: people answer in the morning. */
async function unconfirmedTomorrow(now: DateTime) {
  if (now.hour < CONFIRMED_BY_HOUR) return []
  const tomorrow = now.plus({ days: 1 }).startOf('day')
  return Interview.query()
    .where('starts_at', '>=', toDb(tomorrow))
    .where('starts_at', '<', toDb(tomorrow.plus({ days: 1 })))
    .where('status', 'scheduled')
    .preload('candidate')
    .orderBy('starts_at')
    .limit(MOST)
}

/** The last word of each person who wrote lately. */
async function latestInbound(now: DateTime) {
  const since = toDb(now.minus({ hours: INBOUND_HOURS }))
  return Message.query()
    .whereIn('id', (latest) =>
      latest
        .from('messages')
        .whereRaw(`direction = 'inbound'`)
        .whereNotNull('contact_id')
        .where('created_at', '>=', since)
        .groupBy('contact_id')
        .max('id')
    )
    .preload('contact')
    .orderBy('id', 'desc')
    .limit(MOST)
}

/** Over, and nobody has said how it went. */
function awaitingOutcome(now: DateTime) {
  return Interview.query()
    .whereRaw(`status in ('scheduled', 'confirmed')`)
    .where('ends_at', '<=', toDb(now))
    .preload('candidate')
    .orderBy('ends_at', 'desc')
    .limit(MOST)
}
