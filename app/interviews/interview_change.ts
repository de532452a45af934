import type { InterviewStatus } from '#interviews/interview_status'
import { toDb } from '#database/columns'
import { DateTime } from 'luxon'

export const EVENT_KINDS = [
  'booked',
  'rescheduled',
  'details_changed',
  'asked_to_move',
  'confirmed',
  'cancelled',
  'completed',
  'no_show',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export type Changes = Record<string, { from: unknown; to: unknown }>

/** What the candidate can read in a message. */
const VISIBLE = [
  'startsAt',
  'timeZone',
  'title',
  'interviewType',
  'durationMinutes',
  'location',
  'meetingUrl',
  'description',
]

/** What only the team sees. */
const INTERNAL = ['jobOpeningId', 'roundId', 'internalNotes', 'candidateMayMove']

interface Saved {
  $dirty: Record<string, unknown>
  $original: Record<string, unknown>
}

/**
 * The difference a save is about to make, as the history will tell it.
 */
export class InterviewChange {
  private constructor(
    readonly kind: EventKind,
    readonly changes: Changes
  ) {}

  /** Null when only bookkeeping (tracking, reminders) changed. */
  static of({ $dirty, $original }: Saved): InterviewChange | null {
    const names = [...VISIBLE, ...INTERNAL, 'status'].filter((name) => name in $dirty)
    if (names.length === 0) return null

    const changes = names.map((name) => [
      name,
      { from: plain($original[name]), to: plain($dirty[name]) },
    ])
    return new InterviewChange(kindOf($dirty), Object.fromEntries(changes))
  }

  /** The candidate would read something else now. */
  get isVisible() {
    return this.kind === 'cancelled' || VISIBLE.some((name) => name in this.changes)
  }
}

function kindOf(dirty: Record<string, unknown>): EventKind {
  if ('startsAt' in dirty) return 'rescheduled'
  if ('status' in dirty) return dirty.status as Exclude<InterviewStatus, 'scheduled'>
  return 'details_changed'
}

const plain = (value: unknown) => (DateTime.isDateTime(value) ? toDb(value) : (value ?? null))
