import { toDb } from '#database/columns'
import type Interview from '#interviews/models/interview'

/**
 * What a message says about an interview, kept with the message: so that the next one can name what the person was
 * last told, which is not always what was last saved.
 */
export interface InterviewFacts {
  startsAt: string
  timeZone: string
  title: string
  interviewType: string
  durationMinutes: number
  location: string | null
  meetingUrl: string | null
  description: string | null
}

export function factsOf(interview: Interview): InterviewFacts {
  return {
    startsAt: toDb(interview.startsAt),
    timeZone: interview.timeZone,
    title: interview.title,
    interviewType: interview.interviewType,
    durationMinutes: interview.durationMinutes,
    location: interview.location ?? null,
    meetingUrl: interview.meetingUrl ?? null,
    description: interview.description ?? null,
  }
}

export const sameDate = (a: InterviewFacts, b: InterviewFacts) =>
  a.startsAt === b.startsAt && a.timeZone === b.timeZone

export const sameFacts = (a: InterviewFacts, b: InterviewFacts) =>
  (Object.keys(b) as (keyof InterviewFacts)[]).every((name) => a[name] === b[name])
