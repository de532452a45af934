import { INTENTS, VERDICTS, type Intent, type Verdict } from '#answers/meaning'
import type Contact from '#contacts/models/contact'
import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { TOLD } from '#messages/message_status'
import Message from '#messages/models/message'
import { factsOf, sameFacts, type InterviewFacts } from '#notifications/interview_facts'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** More than a list on a phone should have; nobody has so many interviews ahead. */
const MOST = 9

/** An interview the person may mean, and whether they know it as it stands. */
export interface Target {
  interviewId: number
  isKnown: (interview: Interview) => boolean
}

export type Pressed =
  { intent: Intent; verdict?: never; target: Target | null } | { verdict: Verdict; target: Target }

/**
 * What a button stands for: `confirm`, or `confirm:INTERVIEW:REVISION`; `yes:INTERVIEW:REVISION` to what we asked back;
 * null for what is none of ours.
 */
export function readPayload(payload: string | null | undefined): Pressed | null {
  const [, said, interviewId, revision] =
    /^([a-z]+)(?::(\d{1,9}):(\d{1,9}))?$/.exec(payload ?? '') ?? []
  const target = interviewId ? atRevision(+interviewId, +revision) : null
  const known = INTENTS.find((one) => one === said)
  if (known) return { intent: known, target }
  const verdict = VERDICTS.find((one) => one === said)
  return verdict && target ? { verdict, target } : null
}

export const atRevision = (interviewId: number, revision: number): Target => ({
  interviewId,
  isKnown: (interview) => interview.revision === revision,
})

/** The interview a message of ours spoke of. That it is cancelled leaves nothing to answer. */
export function quotedTarget({ interviewId, facts, templateKey }: Message): Target | null {
  if (!interviewId || templateKey === 'interview_cancelled') return null
  return { interviewId, isKnown: knowing(facts) }
}

/** Interviews ahead the person was told of, the next one first, known as they were told. */
export async function upcomingTargets(contact: Contact, trx: TransactionClientContract) {
  const ahead = await Interview.query({ client: trx })
    .where('candidate_id', contact.id)
    .whereIn('status', ['scheduled', 'confirmed'])
    .where('starts_at', '>', toDb(DateTime.utc()))
    .orderBy('starts_at')
    .limit(MOST)
  const told = await lastTold(ahead, trx)
  return ahead
    .filter(({ id }) => told.has(id))
    .map(({ id }): Target => ({ interviewId: id, isKnown: knowing(told.get(id)!.facts) }))
}

/** Moved there and back, it is what they know. */
const knowing = (facts: Message['facts']) => (interview: Interview) =>
  sameFacts(facts as unknown as InterviewFacts, factsOf(interview))

async function lastTold(interviews: Interview[], trx: TransactionClientContract) {
  const told = await Message.query({ client: trx })
    .whereIn(
      'interview_id',
      interviews.map(({ id }) => id)
    )
    .whereIn('kind', ['notice', 'reminder'])
    .whereIn('status', TOLD)
    .orderBy('id')
  return new Map(told.map((message) => [message.interviewId!, message]))
}
