import Answer from '#answers/models/answer'
import { lastWordsOf } from '#conversations/last_words'
import { toDb } from '#database/columns'
import { countNeedingPerson } from '#messages/queue_counts'
import Interview from '#interviews/models/interview'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import { factsOf, sameFacts, type InterviewFacts } from '#notifications/interview_facts'
import { declinedMessages } from '#reports/declined_messages'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'

/** Older trouble is history: it stays on the interview's page. */
const STUCK_DAYS = 7
const CONFIRMED_BY_HOUR = 12
const UNHEARD_HOURS = 1
const MOST = 20
/** Some of what is read turns out to be untrue by now. */
const MOST_READ = 100

/** An older notice has been followed by another, which stands for both. */
const IS_LAST_NOTICE = `(kind <> 'notice' or not exists (
  select 1 from messages later
  where later.interview_id = messages.interview_id and later.id > messages.id
  and later.kind = 'notice' and later.status <> 'superseded'))`

type MessageQuery = ModelQueryBuilderContract<typeof Message>

/**
 * What waits for a person, each list short and the most pressing first.
 */
export async function needsYou(zone: string) {
  const now = DateTime.utc().setZone(zone)
  const [answered, stuck, declined, unheard, unconfirmed, conversations, outcomes] = [
    await Answer.waiting(now),
    await stuckMessages(now),
    await declinedMessages(now, MOST),
    await unheardMessages(now),
    await unconfirmedTomorrow(now),
    await waitingConversations(),
    await awaitingOutcome(now),
  ]
  const lists = { answered, stuck, declined, unheard, unconfirmed, conversations, outcomes }
  const undecided = await countNeedingPerson()
  return { ...lists, undecided, count: Object.values(lists).flat().length + undecided }
}

/** Did not go out, or nobody knows; unless somebody tried again, or it would no longer be true. */
async function stuckMessages(now: DateTime) {
  const found = await Message.query()
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
      query.orWhere((about) => {
        isAhead(about, now)
        about.where((asked) => asked.where('reason', 'needs_person').orWhereRaw(IS_LAST_NOTICE))
      })
    })
    .preload('contact')
    .orderBy('id', 'desc')
    .limit(MOST_READ)
  return (await stillTrue(found)).slice(0, MOST)
}

/** The provider took them and has not said since whether they arrived. */
async function unheardMessages(now: DateTime) {
  const found = await Message.query()
    .whereRaw(`status = 'accepted'`)
    .whereIn('kind', ['notice', 'reminder'])
    .where('sent_at', '<=', toDb(now.minus({ hours: UNHEARD_HOURS })))
    .where('sent_at', '>=', toDb(now.minus({ days: STUCK_DAYS })))
    .where((query) => query.whereNull('reason').orWhereNot('reason', 'marked_as_sent'))
    .where((query) => isAhead(query, now).whereRaw(IS_LAST_NOTICE))
    .preload('contact')
    .orderBy('sent_at', 'desc')
    .limit(MOST_READ)
  return (await stillTrue(found)).slice(0, MOST)
}

/** About an interview that has not begun, or about its being cancelled. */
function isAhead(messages: MessageQuery, now: DateTime) {
  return messages.whereExists((interviews) =>
    interviews
      .from('interviews')
      .whereColumn('interviews.id', 'messages.interview_id')
      .where('interviews.starts_at', '>', toDb(now))
      .where((fitting) => {
        fitting.whereIn('interviews.status', ['scheduled', 'confirmed'])
        fitting.orWhereRaw(`messages.template_key = 'interview_cancelled'`)
      })
  )
}

/** Whatever changed and changed back: what counts is whether the text says what holds now. */
async function stillTrue(messages: Message[]) {
  const ids = messages.map(({ interviewId }) => interviewId ?? 0)
  const interviews = await Interview.query().whereIn('id', ids)
  const facts = new Map(interviews.map((interview) => [interview.id, factsOf(interview)]))
  return messages.filter((message) => {
    const current = facts.get(message.interviewId!)
    if (!current || isForPerson(message)) return true
    return sameFacts(message.facts as unknown as InterviewFacts, current)
  })
}

/** Only a person can say whether it arrived, or it says that nothing holds any more. */
const isForPerson = ({ reason, templateKey }: Message) =>
  reason === 'needs_person' || templateKey === 'interview_cancelled'

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

/** People who wrote what nobody has answered, the latest first, each with the last word. */
async function waitingConversations() {
  const waiting = await Conversation.query()
    .whereRaw(`status = 'open'`)
    .preload('contact')
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
  const lastWords = await lastWordsOf(waiting)
  return waiting.map((conversation) => ({ conversation, said: lastWords.get(conversation.id) }))
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
