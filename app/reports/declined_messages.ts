import { toDb } from '#database/columns'
import Message from '#messages/models/message'
import type { DateTime } from 'luxon'

/** What came after it was sent, failed or was refused in its turn: that one speaks for the interview. */
const IS_LAST = `not exists (
  select 1 from messages later
  where later.interview_id = messages.interview_id and later.id > messages.id
  and later.kind in ('notice', 'reminder') and later.status <> 'superseded')`

/** Whoever has said since that they come was told in another way. */
const IS_UNANSWERED = `not exists (
  select 1 from interview_events answer
  where answer.interview_id = messages.interview_id
  and answer.kind = 'confirmed' and answer.created_at >= messages.created_at)`

const STILL_MATTERS = `(template_key = 'interview_cancelled' or exists (
  select 1 from interviews
  where interviews.id = messages.interview_id and interviews.status in ('scheduled', 'confirmed')))`

/**
 * Of each interview ahead the last message that did not leave because the candidate wants none: a person has to call.
 */
export function declinedMessages(now: DateTime, most: number) {
  return Message.query()
    .whereIn('interview_id', (ahead) =>
      ahead.from('interviews').select('id').where('starts_at', '>', toDb(now))
    )
    .where({ status: 'canceled', reason: 'contact_declined' })
    .whereIn('kind', ['notice', 'reminder'])
    .whereRaw(STILL_MATTERS)
    .whereRaw(IS_LAST)
    .whereRaw(IS_UNANSWERED)
    .preload('contact')
    .orderBy('id', 'desc')
    .limit(most)
}
