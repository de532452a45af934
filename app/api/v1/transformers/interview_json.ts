import { instant } from '#api/v1/transformers/instant'
import Interview from '#interviews/models/interview'

export type InterviewJson = ReturnType<typeof interviewJson>

/** An interview as the ERP sees it; needs `candidate` and `interviewers`. */
export const interviewJson = (interview: Interview) => ({
  id: interview.id,
  candidate_id: interview.candidateId,
  candidate_name: interview.candidate.name,
  candidate_phone: interview.candidate.phone,
  title: interview.title,
  interview_type: interview.interviewType,
  status: interview.status,
  revision: interview.revision,
  starts_at: instant(interview.startsAt),
  time_zone: interview.timeZone,
  scheduled_date: interview.localStart.toFormat('yyyy-MM-dd'),
  scheduled_time: interview.localStart.toFormat('HH:mm:ss'),
  duration_minutes: interview.durationMinutes,
  location: interview.location,
  meeting_url: interview.meetingUrl,
  description: interview.description,
  internal_notes: interview.internalNotes,
  job_opening_id: interview.jobOpeningId,
  round_id: interview.roundId,
  interviewer_ids: interview.interviewers.map((user) => user.id).sort((a, b) => a - b),
  whatsapp_sent: interview.whatsappSentAt !== null && interview.whatsappStatus !== 'failed',
  whatsapp_message_sid: interview.whatsappMessageSid,
  whatsapp_sent_at: instant(interview.whatsappSentAt),
  whatsapp_status: interview.whatsappStatus,
  next_reminder_at: instant(interview.nextReminderAt),
  reminder_sent_at: instant(interview.reminderSentAt),
  created_at: instant(interview.createdAt),
  updated_at: instant(interview.updatedAt),
})

/** What `interviewJson` needs. */
export const describedInterviews = () =>
  Interview.query().preload('candidate').preload('interviewers')

/** The interview as it is in the database now. @throws 404 */
export async function freshInterview(id: number) {
  return interviewJson(await describedInterviews().where('id', id).firstOrFail())
}
