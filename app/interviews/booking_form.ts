import type { InterviewType } from '#interviews/interview_status'
import type Interview from '#interviews/models/interview'
import type CompanySettings from '#settings/models/company_settings'

type Fields = Record<string, any>

/** Which field says where, by type: a telephone call happens nowhere. */
const PLACE_FIELDS: Partial<Record<InterviewType, string>> = {
  onsite: 'location',
  video: 'meeting_url',
}

/**
 * What a browser sends, in the words of the contract: a chosen candidate makes the typed one void, only the place that
 * fits the type counts, and no interviewer ticked means none.
 */
export function readBookingForm(fields: Fields): Fields {
  const { candidate_id: chosen, candidate, interviewer_ids: panel, ...rest } = fields
  return {
    ...rest,
    ...textsOf(rest),
    ...(chosen ? { candidate_id: chosen } : { candidate: candidate ?? {} }),
    ...placeOf(fields),
    interviewer_ids: listOf(panel),
  }
}

/** As `readBookingForm`, for an interview whose candidate stays. A form without a panel leaves it as it is. */
export function readChangesForm(fields: Fields): Fields {
  const { interviewer_ids: panel, ...rest } = fields
  return {
    ...rest,
    ...textsOf(rest),
    ...(fields.interview_type && placeOf(fields)),
    ...(panel !== undefined && { interviewer_ids: listOf(panel) }),
  }
}

function placeOf(fields: Fields) {
  const fitting = PLACE_FIELDS[fields.interview_type as InterviewType]
  const names = Object.values(PLACE_FIELDS)
  return Object.fromEntries(names.map((name) => [name, name === fitting ? fields[name] : null]))
}

/** Browsers end lines in `\r\n`; a text that only passed through a form has not changed. */
function textsOf(fields: Fields) {
  const typed = ['description', 'internal_notes'].filter((name) => typeof fields[name] === 'string')
  return Object.fromEntries(typed.map((name) => [name, fields[name].replace(/\r\n?/g, '\n')]))
}

const listOf = (value: unknown) =>
  [value].flat().filter((one) => one !== null && one !== undefined && one !== '')

/** What an empty form begins with; an address may carry some of it (a day picked in the calendar). */
export function blankValues(given: Fields, settings: CompanySettings) {
  return {
    interview_type: 'onsite',
    duration_minutes: settings.defaultDurationMinutes,
    time_zone: settings.timeZone,
    interviewer_ids: [],
    ...given,
  }
}

/** An interview as its form shows it: date and time on its own clock. */
export function bookingValues(interview: Interview) {
  const local = interview.startsAt.setZone(interview.timeZone)
  return {
    title: interview.title,
    interview_type: interview.interviewType,
    scheduled_date: local.toFormat('yyyy-MM-dd'),
    scheduled_time: local.toFormat('HH:mm'),
    time_zone: interview.timeZone,
    duration_minutes: interview.durationMinutes,
    location: interview.location,
    meeting_url: interview.meetingUrl,
    description: interview.description,
    internal_notes: interview.internalNotes,
    job_opening_id: interview.jobOpeningId,
    round_id: interview.roundId,
    interviewer_ids: interview.interviewers.map(({ id }) => id),
  }
}
