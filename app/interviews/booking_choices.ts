import { zoneOptions } from '#core/time_zones'
import { INTERVIEW_TYPES, TYPE_LABELS } from '#interviews/interview_status'
import type Interview from '#interviews/models/interview'
import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import User from '#users/models/user'

type Option = { value: string | number; label: string }

export const TYPE_OPTIONS: Option[] = INTERVIEW_TYPES.map((value) => ({
  value,
  label: TYPE_LABELS[value],
}))

export const openingOption = ({ id, title }: JobOpening): Option => ({ value: id, label: title })

export const roundOption = ({ id, name }: Round): Option => ({ value: id, label: name })

export const personOption = ({ id, fullName }: User): Option => ({ value: id, label: fullName })

/**
 * What can be picked in a booking form. What `interview` has already can be kept, even when it is no longer offered.
 */
export async function bookingChoices(interview?: Interview) {
  const panel = interview?.interviewers ?? []
  return {
    types: TYPE_OPTIONS,
    openings: (await openings(interview?.jobOpeningId)).map(openingOption),
    rounds: (await Round.query().orderBy('position')).map(roundOption),
    interviewers: (await interviewers(panel.map(({ id }) => id))).map(personOption),
    zones: zoneOptions(interview?.timeZone),
  }
}

const openings = (keptId: number | null | undefined) =>
  JobOpening.query()
    .where((query) => query.whereNull('closed_at').orWhere('id', keptId ?? 0))
    .orderBy('title')

const interviewers = (keptIds: number[]) =>
  User.query()
    .where((query) => query.whereNull('deactivated_at').orWhereIn('id', keptIds))
    .orderBy('full_name')
