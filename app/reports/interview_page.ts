import Answer from '#answers/models/answer'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { interviewTimeline } from '#reports/interview_timeline'
import CompanySettings from '#settings/models/company_settings'
import { DateTime } from 'luxon'

/** Everything about one interview: facts, candidate, the notice it stands by, its story with the newest line first. */
export async function interviewPage(id: number) {
  const interview = await Interview.query()
    .where('id', id)
    .preload('candidate')
    .preload('jobOpening')
    .preload('round')
    .preload('interviewers')
    .firstOrFail()
  return {
    interview,
    candidate: interview.candidate,
    timeline: (await interviewTimeline(interview)).toReversed(),
    asked: await Answer.waitingOf(interview, DateTime.utc()),
    notice: await Message.newestNotice(interview.id),
    now: DateTime.utc(),
    settings: await CompanySettings.current(),
  }
}
