import { appUrl } from '#config/app'
import type Interview from '#interviews/models/interview'
import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'

/** The page where a candidate sees one interview and may choose another date; works without an account. */
const PURPOSE = 'candidate_link'
const LONGEST = { days: 7 }

interface Opened {
  interviewId: number
  /** As the person knew it when the link was made. */
  revision: number
}

/** Until the interview begins, a week at most. */
export const linkEnd = ({ startsAt }: Interview) =>
  DateTime.min(startsAt, DateTime.utc().plus(LONGEST))

export const linkTo = (interview: Interview) => `${appUrl}/r/${tokenFor(interview)}`

/** Signed with the key of this installation, for this interview at this revision. */
export function tokenFor(interview: Interview) {
  const { id, revision } = interview
  const ms = Math.max(1, linkEnd(interview).diffNow().toMillis())
  return encryption.getMessageVerifier().sign([id, revision], Math.floor(ms), PURPOSE)
}

/** Null when it is not ours, or no longer. */
export function openToken(token: string): Opened | null {
  const [interviewId, revision] =
    encryption.getMessageVerifier().unsign<[number, number]>(token, PURPOSE) ?? []
  if (!interviewId || !revision) return null
  return { interviewId, revision }
}
