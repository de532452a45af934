import { acceptedByUuid, nameOf } from '#tests/chaos/checks/reading'
import type { MessageRow } from '#tests/chaos/history'
import type { Check } from '#tests/chaos/invariants'

const SHOWN = 3
const TAKEN = ['accepted', 'sent', 'delivered', 'read']
const ENDED = ['failed', 'expired', 'superseded', 'canceled']

/** Every due message goes out once: not twice, not never. */
export const delivery: Check = (history) => {
  const taken = acceptedByUuid(history)
  const doubled = [...taken].filter(([, entries]) => entries.length > 1)
  const lost = history.messages.filter(
    (message) => isForgotten(message, history.now) && !taken.has(message.uuid)
  )
  return [
    ...doubled.map(([uuid, entries]) => ({
      rule: 'doubled',
      detail: `${uuid} was accepted ${entries.length} times: ${entries.slice(0, SHOWN).map(({ sid }) => sid)}`,
    })),
    ...lost.map((message) => ({
      rule: 'lost',
      detail: `${nameOf(message)} was due and never left`,
    })),
    ...twiceTold(history.messages, taken),
  ]
}

function isForgotten({ status, sendAt, reason, reconcileAt }: MessageRow, now: number) {
  if (TAKEN.includes(status)) return false
  if (status === 'queued') return sendAt! <= now
  if (status === 'unconfirmed') return reconcileAt === null && reason !== 'needs_person'
  return ENDED.includes(status) && reason === null
}

/** One promise under two rows is the same thing said twice. */
function twiceTold(messages: MessageRow[], taken: Map<string, unknown[]>) {
  const told = new Map<string, MessageRow[]>()
  for (const message of messages) {
    const promise = promiseOf(message)
    if (!promise || !taken.has(message.uuid)) continue
    told.set(promise, [...(told.get(promise) ?? []), message])
  }
  const twice = [...told].filter(([, rows]) => rows.length > 1)
  return twice.map(([promise, rows]) => ({
    rule: 'told_twice',
    detail: `${promise}: ${rows.map(nameOf).join(' and ')}`,
  }))
}

function promiseOf({ kind, interviewId, facts, templateKey, revision }: MessageRow) {
  if (kind === 'reminder') return `reminder ${interviewId} ${facts?.offset} ${facts?.startsAt}`
  return kind === 'notice' ? `notice ${interviewId} ${templateKey} ${revision}` : null
}
