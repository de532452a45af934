import { STATUS_LABELS, type InterviewStatus } from '#interviews/interview_status'

const MEANINGS: Record<InterviewStatus, 'done' | 'waiting' | 'attention' | undefined> = {
  scheduled: 'waiting',
  confirmed: 'done',
  completed: 'done',
  no_show: 'attention',
  cancelled: undefined,
}

/** How a status is shown: a word, and one of the four meanings. */
export const interviewMark = (status: InterviewStatus) => ({
  text: STATUS_LABELS[status],
  meaning: MEANINGS[status],
})
