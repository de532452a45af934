import Contact from '#contacts/models/contact'
import { Problem } from '#core/problem'
import { readStart } from '#interviews/interview_start'
import { interviewDetails, type BookingInput } from '#interviews/interview_validator'
import Interview, { type By } from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'

/**
 * Books what a form or the ERP asked for: finds or creates the candidate, reads the start in its zone, and books.
 */
export async function bookInterview(
  input: BookingInput,
  { by, requestKey }: By & { requestKey?: string }
) {
  const settings = await CompanySettings.current()
  const { startsAt, timeZone } = readStart(input, settings.timeZone)
  const candidate = await findCandidate(input)

  return Interview.book(
    {
      ...interviewDetails(input, timeZone),
      startsAt,
      timeZone,
      title: input.title,
      interviewType: input.interview_type,
      durationMinutes: input.duration_minutes ?? settings.defaultDurationMinutes,
      candidateId: candidate.id,
    },
    { by, requestKey }
  )
}

async function findCandidate({ candidate_id: id, candidate }: BookingInput) {
  const found = id ? await Contact.findOrFail(id) : candidate && (await Contact.resolve(candidate))
  if (!found) {
    throw Problem.invalid(
      'candidate_id',
      'required',
      'Informe o candidato: candidate_id ou candidate.'
    )
  }
  if (found.isAnonymised) {
    throw Problem.invalid('candidate_id', 'anonymised', 'Este contato foi anonimizado.')
  }
  return found
}
