import { acceptedByUuid, entries, nameOf } from '#tests/chaos/checks/reading'
import type { History, MessageRow } from '#tests/chaos/history'
import type { Check } from '#tests/chaos/invariants'

const TAKEN = ['accepted', 'sent', 'delivered', 'read']
/** The provider may have it, and we say so. */
const IN_DOUBT = ['sending', 'unconfirmed']
const NEEDS_REASON = ['unconfirmed', 'failed', 'expired', 'superseded', 'canceled']

/** What the rows say is what happened. */
export const honesty: Check = (history) => [
  ...stuck(history),
  ...unexplained(history),
  ...denied(history),
  ...invented(history),
  ...mistaken(history),
]

function stuck({ messages, now, terms }: History) {
  const late = messages.filter(
    ({ status, leaseUntil }) => status === 'sending' && leaseUntil! + terms.graceMs < now
  )
  return late.map((row) => ({ rule: 'stuck', detail: `${nameOf(row)} is past lease and grace` }))
}

function unexplained({ messages }: History) {
  const silent = messages.filter(
    ({ status, reason }) => NEEDS_REASON.includes(status) && reason === null
  )
  return silent.map((row) => ({ rule: 'unexplained', detail: `${nameOf(row)} has no reason` }))
}

/** The provider has it, and our row says that it never left. */
function denied(history: History) {
  const rows = new Map(history.messages.map((row) => [row.uuid, row]))
  return [...acceptedByUuid(history)].flatMap(([uuid, [{ sid }]]) => {
    const row = rows.get(uuid)
    if (!row) return [{ rule: 'forgotten', detail: `${sid} (${uuid}) was accepted and has no row` }]
    if (TAKEN.includes(row.status) || IN_DOUBT.includes(row.status)) return []
    if (row.status === 'failed' && row.providerMessageId === sid) return []
    return [{ rule: 'denied', detail: `${nameOf(row)} was accepted as ${sid}` }]
  })
}

/** Our row says that the provider has it, and it does not. */
function invented(history: History) {
  const taken = acceptedByUuid(history)
  const lies = history.messages.filter(
    (row) => TAKEN.includes(row.status) && row.reason !== 'marked_as_sent' && !taken.has(row.uuid)
  )
  return lies.map((row) => ({ rule: 'invented', detail: `${nameOf(row)} was never accepted` }))
}

/** A row that took another message's receipt for its own. */
function mistaken(history: History) {
  const owners = new Map(entries(history, 'accepted').map(({ sid, uuid }) => [sid, uuid]))
  const isMistaken = ({ providerMessageId, uuid }: MessageRow) =>
    providerMessageId !== null && owners.get(providerMessageId) !== uuid
  return history.messages.filter(isMistaken).map((row) => ({
    rule: 'mistaken',
    detail: `${nameOf(row)} took ${row.providerMessageId} for its own`,
  }))
}
