import { candidateSchema } from '#contacts/contact_validator'
import { rowId } from '#core/row_id'
import { singleLine, withoutNul } from '#core/text_rules'
import { zoneRule } from '#core/zone_rule'
import { namesStart, readStart } from '#interviews/interview_start'
import { INTERVIEW_TYPES } from '#interviews/interview_status'
import type { InterviewDetails } from '#interviews/models/interview'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const LONGEST_MINUTES = 24 * 60

const text = (limit: number) => vine.string().use(withoutNul()).maxLength(limit)
const idOf = (table: string) => rowId().exists({ table, column: 'id' }).nullable().optional()

const title = () => text(120).use(singleLine()).minLength(1)
const interviewType = () => vine.enum(INTERVIEW_TYPES)
const duration = () => vine.number().withoutDecimals().range([5, LONGEST_MINUTES])

const date = () => vine.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = () => vine.string().regex(/^\d{2}:\d{2}(:\d{2})?$/)

const when = {
  starts_at: vine.string().optional(),
  scheduled_date: date().optional(),
  scheduled_time: time().optional(),
  time_zone: vine.string().use(zoneRule()).optional(),
}

const details = {
  location: text(300).nullable().optional(),
  meeting_url: vine
    .string()
    .url({ protocols: ['http', 'https'], require_protocol: true })
    .maxLength(500)
    .nullable()
    .optional(),
  description: text(4000).nullable().optional(),
  internal_notes: text(4000).nullable().optional(),
  job_opening_id: idOf('job_openings'),
  round_id: idOf('rounds'),
  interviewer_ids: vine
    .array(rowId().exists({ table: 'users', column: 'id' }))
    .maxLength(20)
    .optional(),
}

const booking = {
  candidate_id: rowId().exists({ table: 'contacts', column: 'id' }).optional(),
  candidate: candidateSchema.clone().optional(),
  title: title(),
  interview_type: interviewType(),
  duration_minutes: duration().optional(),
  ...when,
  ...details,
}

/** A booking, as the API sends it. */
export const bookingValidator = vine.create(booking)

/** As a form sends it: all that is missing is said at once. */
export const bookingFormValidator = vine.create({
  ...booking,
  scheduled_date: date(),
  scheduled_time: time(),
})

/** Only what changes. `revision` is the one the person was looking at. */
export const interviewChangesValidator = vine.create({
  title: title().optional(),
  interview_type: interviewType().optional(),
  duration_minutes: duration().optional(),
  revision: vine.number().withoutDecimals().optional(),
  ...when,
  ...details,
})

export const cancellationValidator = vine.create({
  reason: text(500).nullable().optional(),
})

export type BookingInput = Infer<typeof bookingValidator>
export type InterviewChangesInput = Infer<typeof interviewChangesValidator>

const COLUMNS = {
  title: 'title',
  interview_type: 'interviewType',
  duration_minutes: 'durationMinutes',
  location: 'location',
  meeting_url: 'meetingUrl',
  description: 'description',
  internal_notes: 'internalNotes',
  job_opening_id: 'jobOpeningId',
  round_id: 'roundId',
  interviewer_ids: 'interviewerIds',
} as const

/** From the words of the contract to the interview's; what was not sent stays as it is. `defaultZone` reads local times. */
export function interviewDetails(
  input: InterviewChangesInput,
  defaultZone: string
): Partial<InterviewDetails> {
  const named = Object.entries(COLUMNS)
    .filter(([name]) => input[name as keyof typeof COLUMNS] !== undefined)
    .map(([name, column]) => [column, input[name as keyof typeof COLUMNS]])
  return {
    ...Object.fromEntries(named),
    ...(input.time_zone && { timeZone: input.time_zone }),
    ...(namesStart(input) && readStart(input, defaultZone)),
  }
}
