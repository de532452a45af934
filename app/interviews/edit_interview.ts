import { namesStart } from '#interviews/interview_start'
import { interviewDetails, type InterviewChangesInput } from '#interviews/interview_validator'
import type Interview from '#interviews/models/interview'
import type { By } from '#interviews/models/interview'
import { DateTime } from 'luxon'

/**
 * Changes what a form or the ERP asked for. A form repeats the start even when only a note changes: what did not move
 * is left alone, so that an interview that has begun can still be corrected.
 */
export function editInterview(interview: Interview, input: InterviewChangesInput, { by }: By) {
  const { revision, ...rest } = input
  const changes = interviewDetails(withoutSameStart(rest, interview), interview.timeZone)
  return interview.edit(changes, { by, revision })
}

function withoutSameStart(input: InterviewChangesInput, interview: Interview) {
  if (!repeatsStart(input, interview)) return input
  return { ...input, starts_at: undefined, scheduled_date: undefined, scheduled_time: undefined }
}

function repeatsStart(input: InterviewChangesInput, { startsAt, timeZone }: Interview) {
  if (!namesStart(input)) return false
  const zone = input.time_zone ?? timeZone
  const local = startsAt.setZone(zone)
  if (input.starts_at) return +DateTime.fromISO(input.starts_at) === +startsAt
  return (
    zone === timeZone &&
    input.scheduled_date === local.toFormat('yyyy-MM-dd') &&
    input.scheduled_time?.slice(0, 5) === local.toFormat('HH:mm')
  )
}
