import { slotsWithin, type Rules } from '#answers/slots'
import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** No interview lasts longer: how far back one that is still going on can have begun. */
const LONGEST = { hours: 24 }

/** The starts to which the candidate may move this interview now; none when that is not theirs to do. */
export async function freeSlots(interview: Interview, client?: QueryClientContract) {
  const settings = await CompanySettings.current(client)
  if (!interview.candidateMayMove || !interview.isOpen || interview.hasBegun) return []
  const rules = rulesOf(settings)
  if (rules.windows.length === 0) return []

  const now = DateTime.utc()
  const until = now.plus({ days: rules.horizonDays + 2 })
  const busy = await spokenFor(interview, now, until, client)
  const { durationMinutes } = interview
  const starts = slotsWithin(rules, { durationMinutes, now, busy })
  return starts.filter((start) => !start.equals(interview.startsAt))
}

export const rulesOf = (settings: CompanySettings): Rules => ({
  windows: settings.moveWindows,
  timeZone: settings.timeZone,
  leadHours: settings.moveLeadHours,
  horizonDays: settings.moveHorizonDays,
})

/**
 * When the candidate or who interviews them has another interview. One without interviewers is held by somebody nobody
 * named, so all of those count as the same person's.
 */
async function spokenFor(
  interview: Interview,
  from: DateTime,
  until: DateTime,
  client?: QueryClientContract
) {
  const panel = await interview.related('interviewers').query().select('users.id')
  const others = await Interview.query(client && { client })
    .select('starts_at', 'ends_at')
    .whereIn('status', ['scheduled', 'confirmed'])
    .whereNot('id', interview.id)
    .where('starts_at', '>', toDb(from.minus(LONGEST)))
    .where('starts_at', '<', toDb(until))
    .where((query) => {
      query.where('candidate_id', interview.candidateId)
      if (panel.length === 0) query.orWhereDoesntHave('interviewers', () => {})
      else {
        const ids = panel.map(({ id }) => id)
        query.orWhereHas('interviewers', (users) => users.whereIn('users.id', ids))
      }
    })
  return others.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
}
