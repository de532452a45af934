import type Message from '#messages/models/message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Trx = TransactionClientContract
type Accepted = Pick<Message, 'id' | 'kind'>

/**
 * The interviews remember what the provider has just taken, with a statement for all: the newest notice, and the reminder
 * of the date that stands.
 */
export async function trackAccepted(messages: Accepted[], trx: Trx) {
  const idsOf = (wanted: string) =>
    messages.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  await trackNotices(idsOf('notice'), trx)
  await trackReminders(idsOf('reminder'), trx)
}

async function trackNotices(ids: number[], trx: Trx) {
  if (ids.length === 0) return
  await trx.rawQuery(
    `update interviews set whatsapp_status = m.status, whatsapp_message_sid = m.provider_message_id,
       whatsapp_sent_at = m.sent_at
     from messages m
     where m.id in (${placesFor(ids)}) and interviews.id = m.interview_id
       and not exists (
         select 1 from messages newer
         where newer.interview_id = m.interview_id and newer.kind = 'notice' and newer.id > m.id
           and newer.status <> 'superseded')`,
    ids
  )
}

async function trackReminders(ids: number[], trx: Trx) {
  if (ids.length === 0) return
  await trx.rawQuery(
    `update interviews set reminder_sent_at = m.sent_at
     from messages m
     where m.id in (${placesFor(ids)}) and interviews.id = m.interview_id
       and interviews.starts_at = ${startsAtOf('m', trx)}`,
    ids
  )
}

const placesFor = (ids: number[]) => ids.map(() => '?').join(', ')

const startsAtOf = (alias: string, { dialect }: Trx) =>
  dialect.name === 'postgres'
    ? `cast(${alias}.facts ->> 'startsAt' as timestamptz)`
    : `json_extract(${alias}.facts, '$.startsAt')`
