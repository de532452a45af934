import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import type { DateTime } from 'luxon'

/** No interview lasts longer: how far back one that is still going on can have begun. */
const LONGEST = { hours: 24 }

interface Slot {
  startsAt: DateTime
  endsAt: DateTime
  candidateId: number | null
  interviewerIds: number[]
  /** The interview being edited does not clash with itself. */
  exceptId?: number
}

export interface Conflict {
  interview: Interview
  /** Names of those who would have to be in two places at once. */
  people: string[]
}

/**
 * Open interviews that overlap the slot and share a person with it. They warn; they do not forbid.
 */
export async function findConflicts(slot: Slot): Promise<Conflict[]> {
  const { candidateId, interviewerIds } = slot
  const overlapping = await Interview.query()
    .whereIn('status', ['scheduled', 'confirmed'])
    .where('starts_at', '>', toDb(slot.startsAt.minus(LONGEST)))
    .where('starts_at', '<', toDb(slot.endsAt))
    .where('ends_at', '>', toDb(slot.startsAt))
    .whereNot('id', slot.exceptId ?? 0)
    .where((query) => {
      query.where('candidate_id', candidateId ?? 0)
      query.orWhereHas('interviewers', (users) => users.whereIn('users.id', interviewerIds))
    })
    .preload('candidate')
    .preload('interviewers', (users) => users.whereIn('users.id', interviewerIds))
    .orderBy('starts_at')

  return overlapping.map((interview) => ({ interview, people: shared(interview, candidateId) }))
}

function shared({ candidate, interviewers }: Interview, candidateId: number | null) {
  return [
    ...(candidate.id === candidateId ? [candidate.name] : []),
    ...interviewers.map((user) => user.fullName),
  ]
}
