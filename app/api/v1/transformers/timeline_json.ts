import { instant } from '#api/v1/transformers/instant'
import type { TimelineEntry, TimelineMessage } from '#reports/interview_timeline'
import type { Changes } from '#interviews/interview_change'
import string from '@adonisjs/core/helpers/string'

export const timelineJson = ({
  kind,
  at,
  actor,
  byCandidate,
  changes,
  reason,
  message,
}: TimelineEntry) => ({
  kind,
  at: instant(at),
  actor: actor && { id: actor.id, name: actor.fullName },
  by_candidate: byCandidate,
  changes: changesJson(changes),
  reason,
  message: message && timelineMessageJson(message),
})

const timelineMessageJson = (message: TimelineMessage) => ({
  id: message.id,
  status: message.status,
  reason: message.reason,
  explanation: message.explanation,
  body: message.body,
  sid: message.sid,
  send_at: instant(message.sendAt),
  sent_at: instant(message.sentAt),
  delivered_at: instant(message.deliveredAt),
  read_at: instant(message.readAt),
})

/** Under the names of the contract. */
const changesJson = (changes: Changes) =>
  Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [string.snakeCase(name), change])
  )
