import type { History, MessageRow } from '#tests/chaos/history'
import type { LogEntry } from '#tests/chaos/emulator/log'

type Entry<Type extends LogEntry['type']> = Extract<LogEntry, { type: Type }>

export const entries = <Type extends LogEntry['type']>({ log }: History, type: Type) =>
  log.filter((entry): entry is Entry<Type> => entry.type === type)

/** What the provider took of each message, in the order in which it took it. */
export function acceptedByUuid(history: History) {
  const found = new Map<string, Entry<'accepted'>[]>()
  for (const entry of entries(history, 'accepted')) {
    found.set(entry.uuid, [...(found.get(entry.uuid) ?? []), entry])
  }
  return found
}

export const nameOf = ({ id, uuid, kind, templateKey, status, reason, interviewId }: MessageRow) =>
  `message ${id} ${uuid.slice(0, 8)} (${templateKey ?? kind}, interview ${interviewId}, ${status}/${reason})`
