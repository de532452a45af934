import { tokenFor } from '#answers/link'
import type Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'

/** Wednesday mornings: 09:00, 10:00 and 11:00 in São Paulo. */
export const WEDNESDAYS = [{ weekday: 3, from: '09:00', to: '12:00' }]

export const WEDNESDAY_NINE = '2026-11-25T12:00:00.000Z'
export const WEDNESDAY_TEN = '2026-11-25T13:00:00.000Z'

export async function allow(moveWindows = WEDNESDAYS) {
  const settings = await CompanySettings.current()
  await settings.merge({ moveWindows, moveLeadHours: 24, moveHorizonDays: 7 }).save()
}

export const pageOf = (interview: Interview) => `/r/${tokenFor(interview)}`
