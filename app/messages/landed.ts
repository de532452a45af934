import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { channelsWith } from '#messages/channels'
import { FIRST_DOUBT, type MessageKind } from '#messages/models/message'
import { subjects } from '#messages/message_subject'
import { refreshAfter } from '#core/live'
import whatsapp from '#whatsapp/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** A message the provider has taken. */
export interface Landed {
  id: number
  providerMessageId: string
}

interface Recorded {
  id: number
  kind: MessageKind
  contactId: number | null
  interviewId: number | null
}

/**
 * Writes down what the provider took, all of it with one statement. Answers with those that have moved on meanwhile, by
 * a callback or because their lease ran out: they are settled one by one.
 */
export async function recordLanded<L extends Landed>(
  landed: L[],
  { owner, sender }: { owner: string; sender: string },
  trx: TransactionClientContract
): Promise<L[]> {
  if (landed.length === 0) return []
  const now = DateTime.utc()
  const values = landed.map(() => '(cast(? as bigint), cast(? as text))').join(', ')
  const recorded = await rowsOf<Recorded>(
    `with landed (id, sid) as (values ${values})
     update messages set status = 'accepted', reason = null, error_code = null, error_detail = null,
       provider = ?, provider_message_id = landed.sid, sent_at = ?, reconcile_at = ?, lease_owner = null, updated_at = ?
     from landed
     where messages.id = landed.id and messages.status = 'sending' and messages.lease_owner = ?
       and (messages.tried_message_id is null or messages.tried_message_id <> landed.sid)
     returning messages.id, kind, contact_id as "contactId", interview_id as "interviewId"`,
    [
      ...landed.flatMap(({ id, providerMessageId }) => [id, providerMessageId]),
      whatsapp.use(sender).provider,
      toDb(now),
      toDb(now.plus(FIRST_DOUBT)),
      toDb(now),
      owner,
    ],
    trx
  )
  await tellSubjects(recorded, trx)
  refreshAfter(trx, channelsOf(recorded))
  const written = new Set(recorded.map(({ id }) => id))
  return landed.filter(({ id }) => !written.has(id))
}

async function tellSubjects(recorded: Recorded[], trx: TransactionClientContract) {
  for (const subject of subjects()) {
    const own = recorded.filter((row) => subject.concerns(row))
    if (own.length > 0) await subject.accepted(own, trx)
  }
}

const channelsOf = (recorded: Recorded[]) => [
  'messages',
  ...recorded.flatMap(({ contactId }) => (contactId ? channelsWith(contactId) : [])),
  ...recorded.flatMap(
    (row) =>
      subjects()
        .find((one) => one.concerns(row))
        ?.channels(row) ?? []
  ),
]
