import type { LogEntry } from '#tests/chaos/emulator/log'

/** All instants in milliseconds of the epoch. */
export interface MessageRow {
  id: number
  uuid: string
  interviewId: number | null
  kind: string
  templateKey: string | null
  revision: number | null
  facts: { startsAt: string; offset?: number } | null
  status: string
  reason: string | null
  address: string
  priority: number
  sendAt: number | null
  leaseUntil: number | null
  reconcileAt: number | null
  attempts: number
  crashes: number
  providerMessageId: string | null
  createdAt: number
}

export interface InterviewRow {
  id: number
  title: string
  status: string
  startsAt: number
  nextReminderAt: number | null
}

export interface EventRow {
  interviewId: number
  kind: string
  changes: Record<string, { from: unknown; to: unknown }>
  at: number
}

/** What the driver was answered: a yes is a promise. */
export interface Promised {
  what: 'book' | 'move' | 'cancel'
  interviewId: number
  startsAt?: string
  at: number
}

/** How long things may take. */
export interface Terms {
  leaseMs: number
  graceMs: number
  /** Of one call to the provider. */
  timeoutMs: number
}

/** Everything that is known of a run: what we wrote, what the provider saw, what was promised. */
export interface History {
  now: number
  terms: Terms
  messages: MessageRow[]
  interviews: InterviewRow[]
  events: EventRow[]
  log: LogEntry[]
  promised: Promised[]
}
