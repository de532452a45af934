import type { LogEntry } from '#tests/chaos/emulator/log'
import type { EventRow, History, InterviewRow, MessageRow } from '#tests/chaos/history'

export const NOW = Date.parse('2026-11-20T13:00:00.000Z')
export const TUESDAY = '2026-12-01T17:00:00.000Z'

export const aRow = (row: Partial<MessageRow> = {}): MessageRow => ({
  id: 1,
  uuid: 'uuid-1',
  interviewId: 1,
  kind: 'notice',
  templateKey: 'interview_scheduled',
  revision: 1,
  facts: { startsAt: TUESDAY },
  status: 'accepted',
  reason: null,
  address: '+5511900000001',
  priority: 0,
  sendAt: NOW - 60_000,
  leaseUntil: null,
  reconcileAt: null,
  attempts: 1,
  crashes: 0,
  providerMessageId: 'SM1',
  createdAt: NOW - 60_000,
  ...row,
})

export const anInterview = (row: Partial<InterviewRow> = {}): InterviewRow => ({
  id: 1,
  title: 'Entrevista 1',
  status: 'scheduled',
  startsAt: Date.parse(TUESDAY),
  nextReminderAt: null,
  ...row,
})

export const taken = (entry: { uuid?: string; sid?: string; at?: number } = {}): LogEntry => ({
  type: 'accepted',
  at: NOW - 50_000,
  uuid: 'uuid-1',
  sid: 'SM1',
  to: 'whatsapp:+5511900000001',
  body: 'Olá',
  ...entry,
})

export const anEvent = (event: Partial<EventRow> = {}): EventRow => ({
  interviewId: 1,
  kind: 'booked',
  changes: {},
  at: NOW - 60_000,
  ...event,
})

/** One interview, told once, and what of it is not so quiet. */
export const aRun = (change: Partial<History> = {}): History => ({
  now: NOW,
  terms: { leaseMs: 2500, graceMs: 1000, timeoutMs: 800 },
  messages: [aRow()],
  interviews: [anInterview()],
  events: [anEvent()],
  log: [taken()],
  promised: [{ what: 'book', interviewId: 1, at: NOW - 60_000 }],
  ...change,
})
