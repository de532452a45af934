import type { InterviewDraft } from '#interviews/interview_draft'
import { interviewValues } from '#notifications/interview_values'
import type CompanySettings from '#settings/models/company_settings'
import { renderTemplate } from '#templates/render_template'

/** Stands for what has not been chosen yet. */
const OPEN = '…'

/**
 * The message a booking would send if it were saved now, made by the same code that will send it.
 */
export function previewBooking(draft: InterviewDraft, settings: CompanySettings): Promise<string> {
  const { interview, candidate, hasStart } = draft
  const values = interviewValues({ interview, candidate, settings, previous: null })
  const start = hasStart ? {} : { date: OPEN, time: OPEN, time_zone_label: '' }
  return renderTemplate('interview_scheduled', candidate.locale, { ...values, ...start })
}
