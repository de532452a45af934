import { fromDb, toDb } from '#database/columns'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Row {
  id: number
  kind: string
  time_zone: string
  created_at: Date | string
}

/**
 * Of these messages, those whose interview has not changed since they were written and is still ahead, and that would be
 * worded today as they were: "amanhã" is only true on one day.
 */
export async function standing(messageIds: number[], trx: TransactionClientContract) {
  const now = DateTime.utc()
  const rows: Row[] = await trx
    .from('messages')
    .join('interviews', 'interviews.id', 'messages.interview_id')
    .whereIn('messages.id', messageIds)
    .whereColumn('messages.revision', 'interviews.revision')
    .where('interviews.starts_at', '>', toDb(now))
    .whereIn('interviews.status', ['scheduled', 'confirmed'])
    .whereNot('messages.template_key', 'interview_cancelled')
    .select('messages.id', 'messages.kind', 'interviews.time_zone', 'messages.created_at')
  return rows.filter((row) => isWordedToday(row, now)).map(({ id }) => id)
}

const isWordedToday = ({ kind, time_zone: zone, created_at: writtenAt }: Row, now: DateTime) =>
  kind !== 'reminder' || fromDb(writtenAt).setZone(zone).hasSame(now.setZone(zone), 'day')
