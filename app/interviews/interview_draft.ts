import Contact from '#contacts/models/contact'
import { readRowId } from '#core/row_id'
import { INTERVIEW_TYPES, type InterviewType } from '#interviews/interview_status'
import Interview from '#interviews/models/interview'
import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { isStorable } from '#database/columns'
import type CompanySettings from '#settings/models/company_settings'
import { DateTime, IANAZone } from 'luxon'

type Fields = Record<string, any>

const LONGEST_MINUTES = 24 * 60
const FALLBACK_NAME = 'Nome da pessoa'
const FALLBACK_TITLE = 'Título da entrevista'

/**
 * A booking that is still being typed: what can be read of it so far, never saved.
 */
export class InterviewDraft {
  private constructor(
    readonly interview: Interview,
    readonly candidate: Contact,
    readonly interviewerIds: number[],
    /** A date and a time can be read already. */
    readonly hasStart: boolean
  ) {}

  /** The time it would take up; nobody's when there is no start yet. */
  slot(exceptId?: number) {
    const { startsAt, endsAt } = this.interview
    const candidateId = this.hasStart ? (this.candidate.id ?? null) : null
    const interviewerIds = this.hasStart ? this.interviewerIds : []
    return { startsAt, endsAt, candidateId, interviewerIds, exceptId }
  }

  /** What the candidate will miss in the message. */
  get missing() {
    const { interviewType, location, meetingUrl } = this.interview
    if (interviewType === 'onsite' && !location) return 'o local'
    if (interviewType === 'video' && !meetingUrl) return 'o link da chamada'
    return null
  }

  static async read(fields: Fields, settings: CompanySettings) {
    const timeZone = IANAZone.isValidZone(fields.time_zone) ? fields.time_zone : settings.timeZone
    const start = readStart(fields, timeZone)
    const interview = new Interview().merge({
      timeZone,
      title: textOf(fields.title) || FALLBACK_TITLE,
      interviewType: typeOf(fields.interview_type),
      durationMinutes: durationOf(fields.duration_minutes) ?? settings.defaultDurationMinutes,
      startsAt: start ?? DateTime.utc(),
      location: textOf(fields.location),
      meetingUrl: textOf(fields.meeting_url),
      description: textOf(fields.description),
    })
    interview.endsAt = interview.startsAt.plus({ minutes: interview.durationMinutes })
    await relate(interview, fields)
    const panel = [fields.interviewer_ids]
      .flat()
      .map(readRowId)
      .filter((id) => id !== null)
    return new InterviewDraft(interview, await candidateOf(fields), panel, start !== null)
  }
}

function readStart({ scheduled_date: date, scheduled_time: time }: Fields, zone: string) {
  const local = DateTime.fromISO(`${date}T${time}`, { zone })
  return isStorable(local) ? local.toUTC() : null
}

function durationOf(value: unknown) {
  const minutes = Number.parseInt(String(value))
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

const typeOf = (value: unknown): InterviewType =>
  INTERVIEW_TYPES.find((type) => type === value) ?? 'onsite'

async function relate(
  interview: Interview,
  { job_opening_id: openingId, round_id: roundId }: Fields
) {
  const opening = await JobOpening.find(readRowId(openingId) ?? 0)
  const round = await Round.find(readRowId(roundId) ?? 0)
  if (opening) interview.$setRelated('jobOpening', opening)
  if (round) interview.$setRelated('round', round)
}

async function candidateOf({ candidate_id: id, candidate }: Fields) {
  const known = await Contact.find(readRowId(id) ?? 0)
  return (
    known ||
    new Contact().merge({ name: textOf(candidate?.name) || FALLBACK_NAME, locale: 'pt-BR' })
  )
}
