import { toDb } from '#database/columns'
import Message from '#messages/models/message'
import type { Appointment } from '#tests/story/appointment'
import { DateTime } from 'luxon'

const outbound = () => Message.query().where('direction', 'outbound').orderBy('id')

/** Rows that will still move by themselves. */
export async function unsettled() {
  const rows = await outbound().whereIn('status', ['queued', 'sending', 'unconfirmed'])
  return rows.filter(({ status, reconcileAt }) => status !== 'unconfirmed' || reconcileAt)
}

export function wakesAt({ status, reconcileAt, leaseUntil, sendAt }: Message) {
  const at = { queued: sendAt, sending: leaseUntil, unconfirmed: reconcileAt }[status as 'queued']
  return at!.toMillis()
}

const ended = ({ interview }: Appointment, reasons: object) =>
  outbound().where('interview_id', interview.id).where(reasons).first()

export const isUncertain = async (appointment: Appointment) =>
  Boolean(await ended(appointment, { reason: 'needs_person' }))

/** Refused, too late or lost in the end: told, as far as anyone knew, when the next message was decided on. */
export const isUnheard = async (appointment: Appointment) =>
  (await isUncertain(appointment)) ||
  Boolean(await ended(appointment, { status: 'failed' })) ||
  Boolean(await ended(appointment, { status: 'expired' }))

/** A message newer than what the person heard last has failed or waits for a person: the screen says so. */
export async function isExplained({ interview, heard }: Appointment, kind?: string) {
  const last = heard.at(-1)
  const told = last && (await Message.findBy({ providerMessageId: last.sid }))
  const rows = await outbound()
    .where('interview_id', interview.id)
    .where('id', '>', kind ? 0 : (told?.id ?? 0))
    .whereIn('status', ['failed', 'unconfirmed'])
  return rows.some((row) => row.reason && (!kind || row.kind === kind))
}

/** What is wrong with the rows when nothing moves any more. `sids` are the provider's. */
export async function faultsOfLedger(sids: string[]) {
  const rows = await outbound()
  const faults = rows.filter((row) => !isHonest(row)).map(describe)
  const kept = rows.map(({ providerMessageId }) => providerMessageId).filter((sid) => sid !== null)
  if (new Set(kept).size !== kept.length) faults.push('two rows are one message')
  for (const sid of kept) if (!sids.includes(sid)) faults.push(`${sid} was never sent`)
  const open = rows.filter(({ reason }) => reason === 'needs_person').length
  const unknown = sids.filter((sid) => !kept.includes(sid)).length
  if (unknown > open) faults.push(`${unknown} sent and not known, ${open} waiting for a person`)
  return faults
}

function isHonest({ status, reason, explanation, providerMessageId, reconcileAt }: Message) {
  if (['accepted', 'sent', 'delivered', 'read'].includes(status)) return providerMessageId !== null
  if (status === 'unconfirmed') return reason === 'needs_person' && reconcileAt === null
  return !['queued', 'sending'].includes(status) && Boolean(explanation)
}

const describe = ({ id, status, reason, templateKey }: Message) =>
  `row ${id} (${templateKey}) ends ${status}, ${reason ?? 'nobody knows why'}`

/** A process that dies right after its claim: rows taken, and nobody there to send them. */
export async function claimAndDie() {
  const now = DateTime.utc()
  const rows = await outbound().whereIn('status', ['queued', 'sending', 'unconfirmed'])
  const taken = new Set<string>()
  for (const { status, reconcileAt, address } of rows) {
    if (status === 'sending' || reconcileAt) taken.add(address)
  }
  for (const row of rows) {
    if (row.status !== 'queued' || row.sendAt! > now || taken.has(row.address)) continue
    taken.add(row.address)
    await Message.query()
      .where('id', row.id)
      .update({
        status: 'sending',
        lease_owner: 'a process that died',
        lease_until: toDb(now.plus({ seconds: 90 })),
        claimed_at: toDb(now),
        attempts: row.attempts + 1,
      })
  }
}
