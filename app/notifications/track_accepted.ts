import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * The interviews remember what the provider has just taken, all with two statements: the newest notice, and the reminder
 * of the date that stands.
 */
export async function trackAccepted(messageIds: number[], trx: TransactionClientContract) {
  const places = messageIds.map(() => '?').join(', ')
  await trx.rawQuery(
    `update interviews set whatsapp_status = m.status, whatsapp_message_sid = m.provider_message_id,
       whatsapp_sent_at = m.sent_at
     from messages m
     where m.id in (${places}) and m.kind = 'notice' and interviews.id = m.interview_id
       and not exists (
         select 1 from messages newer
         where newer.interview_id = m.interview_id and newer.kind = 'notice' and newer.id > m.id
           and newer.status <> 'superseded')`,
    messageIds
  )
  await trx.rawQuery(
    `update interviews set reminder_sent_at = m.sent_at
     from messages m
     where m.id in (${places}) and m.kind = 'reminder' and interviews.id = m.interview_id
       and interviews.starts_at = ${startsAtOf('m', trx)}`,
    messageIds
  )
}

const startsAtOf = (alias: string, { dialect }: TransactionClientContract) =>
  dialect.name === 'postgres'
    ? `cast(${alias}.facts ->> 'startsAt' as timestamptz)`
    : `json_extract(${alias}.facts, '$.startsAt')`
