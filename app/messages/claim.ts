import { toDb } from '#database/columns'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** Longer than a send may take with every time-out; after it the row is looked for, not resent. */
export const LEASE_SECONDS = 90

/**
 * Takes up to `limit` due messages for `owner`: `queued → sending`, one statement. A conversation is served in order: a
 * row waits while another to the same address is on its way or being looked for, or an older one is due. One that waits
 * for a person's decision holds nobody up: it might wait for ever.
 */
export async function claimDue(owner: string, sender: string, limit: number): Promise<number[]> {
  const now = DateTime.utc()
  const client = db.connection()
  const isPg = client.dialect.name === 'postgres'
  const result = await client.rawQuery(
    `update messages set status = 'sending', lease_owner = ?, lease_until = ?, claimed_at = ?, updated_at = ?,
       attempts = attempts + 1
     where id in (
       select m.id from messages m
       where m.status = 'queued' and m.send_at <= ? and m.sender = ?
         and not exists (
           select 1 from messages o
           where o.address = m.address and o.status in ('queued', 'sending', 'unconfirmed')
             and (o.status = 'sending'
               or (o.status = 'unconfirmed' and o.reconcile_at is not null)
               or (o.status = 'queued' and o.id < m.id and o.send_at <= ?)))
       order by m.priority, m.send_at, m.id
       limit ? ${isPg ? 'for update skip locked' : ''})
     returning id`,
    [
      owner,
      toDb(now.plus({ seconds: LEASE_SECONDS })),
      toDb(now),
      toDb(now),
      toDb(now),
      sender,
      toDb(now),
      limit,
    ]
  )
  const rows: { id: number }[] = isPg ? result.rows : result
  return rows.map(({ id }) => id)
}
