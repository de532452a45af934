import { findContacts } from '#contacts/find_contacts'
import { bookingChoices } from '#interviews/booking_choices'
import { blankValues, bookingValues } from '#interviews/booking_form'
import { InterviewDraft } from '#interviews/interview_draft'
import Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import { randomUUID } from 'node:crypto'

type Fields = Record<string, any>

/**
 * What the booking form shows: `query` is its address (a day, a contact, a search), `typed` what came back with errors.
 */
export async function bookingPage(query: Fields, typed: Fields) {
  const settings = await CompanySettings.current()
  const { candidate_search: search = '' } = query
  const day = { scheduled_date: query.scheduled_date, scheduled_time: query.scheduled_time }
  return {
    settings,
    search,
    requestKey: randomUUID(),
    draft: await InterviewDraft.read({ ...query, ...typed }, settings),
    values: blankValues(day, settings),
    choices: await bookingChoices(),
    matches: search ? await findContacts(String(search)) : [],
  }
}

/** The same for an interview that exists. */
export async function editingPage(id: number) {
  const interview = await Interview.query()
    .where('id', id)
    .preload('candidate')
    .preload('interviewers')
    .firstOrFail()
  return {
    interview,
    settings: await CompanySettings.current(),
    values: bookingValues(interview),
    choices: await bookingChoices(interview),
  }
}
