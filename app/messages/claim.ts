import delivery from '#config/delivery'
import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { PRIORITIES, type MessageKind } from '#messages/models/message'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** A message taken to be sent, as the database hands it out: making a model of each would cost more than sending it. */
export interface Claimed {
  id: number
  uuid: string
  sender: string
  kind: MessageKind
  address: string
  body: string
  attempts: number
  contactId: number | null
  interviewId: number | null
  expiresAt: Date | string | null
  /** More than a text: it takes the careful path. */
  hasContent: boolean | number
}

const COLUMNS = `id, uuid, sender, kind, address, body, attempts, contact_id as "contactId", interview_id as "interviewId", expires_at as "expiresAt", (content is not null or template_twin_id is not null) as "hasContent"`

const IN_ORDER = [...new Set(Object.values(PRIORITIES))].sort((a, b) => a - b)

/**
 * Takes up to `limit` due messages of `sender` for `owner`: `queued → sending`. A conversation is served in order: a
 * row waits while another to the same address is on its way or being looked for, or an older one is due, and so it does
 * for the person's older ones to a number that was corrected since, and while an older one waits because the person was
 * written to too fast. One that waits for a person's decision holds nobody
 * up, nor does one that waits on another number of ours, which may be paused: they might wait for ever.
 */
export async function claimDue(
  owner: string,
  sender: string,
  limit: number,
  client: QueryClientContract = db.connection()
): Promise<Claimed[]> {
  const claimed: Claimed[] = []
  for (const priority of IN_ORDER) {
    if (claimed.length === limit) break
    const most = limit - claimed.length
    claimed.push(...(await claimOf({ owner, sender, priority, limit: most }, client)))
  }
  return claimed
}

interface Wish {
  owner: string
  sender: string
  priority: number
  limit: number
}

/** One priority at a time: asked for all at once, an index cannot skip what is not due yet. */
function claimOf(
  { owner, sender, priority, limit }: Wish,
  client: QueryClientContract
): Promise<Claimed[]> {
  const now = DateTime.utc()
  const at = toDb(now)
  const leaseUntil = now.plus({ seconds: delivery.leaseSeconds })
  const isPg = client.dialect.name === 'postgres'
  return rowsOf(
    `update messages set status = 'sending', lease_owner = ?, lease_until = ?, claimed_at = ?, updated_at = ?,
       attempts = attempts + 1
     where id in (
       select m.id from messages m
       where m.status = 'queued' and m.sender = ? and m.priority = ? and m.send_at <= ?
         and not exists (
           select 1 from messages o
           where o.address = m.address and o.status in ('queued', 'sending', 'unconfirmed')
             and (o.status = 'sending'
               or (o.status = 'unconfirmed' and o.reconcile_at is not null)
               or (o.status = 'queued' and o.id < m.id and o.sender = m.sender
                 and (o.send_at <= ? or o.reason = 'throttled'))))
         and not exists (
           select 1 from messages o
           where o.contact_id = m.contact_id and o.id < m.id and o.address <> m.address
             and (o.status = 'sending'
               or (o.status = 'unconfirmed' and o.reconcile_at is not null)
               or (o.status = 'queued' and o.sender = m.sender and o.send_at <= ?)))
       order by m.send_at, m.id
       limit ? ${isPg ? 'for update skip locked' : ''})
     returning ${COLUMNS}`,
    [owner, toDb(leaseUntil), at, at, sender, priority, at, at, at, limit],
    client
  )
}
