import Answer from '#answers/models/answer'
import InterviewEvent from '#interviews/models/interview_event'
import type Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { accepted, anInterview, dispatch, writes } from '#tests/scene'

/** An interview the candidate has been told of. */
export async function aToldInterview(details: Parameters<typeof anInterview>[0] = {}) {
  const interview = await anInterview(details)
  await dispatch()
  return interview
}

/** She writes, and our answer leaves. */
export async function says(text: string, quoted?: string) {
  await writes(text, undefined, quoted)
  await dispatch()
}

/** What rang after the first notices; the texts alone. */
export const rang = async () => (await accepted()).map(({ body }) => body)

export const lastRang = async () => (await rang()).at(-1)!

/** The provider's id of the newest notice about it. */
export async function noticeSid(interview: Interview) {
  const notice = await Message.newestNotice(interview.id)
  return notice!.providerMessageId!
}

export const outcomes = async () =>
  (await Answer.query().orderBy('id')).map(({ outcome }) => outcome)

export const eventsOf = async (interview: Interview) =>
  (await InterviewEvent.query().where('interview_id', interview.id).orderBy('id')).map(
    ({ kind, byCandidate }) => (byCandidate ? `${kind} by candidate` : kind)
  )
