import { freeSlots } from '#answers/free_slots'
import { openToken } from '#answers/link'
import { PAGE_WORDS } from '#answers/page_words'
import { whenText } from '#answers/reply_texts'
import { localeFor, type Locale } from '#contacts/locales'
import Interview from '#interviews/models/interview'
import { spokenDate, spokenDuration, spokenTime } from '#notifications/spoken'
import CompanySettings from '#settings/models/company_settings'
import type { DateTime } from 'luxon'

/** The interview a link is about, with its candidate; null when the link opens nothing (any more). */
export async function openLink(token: string) {
  const opened = openToken(token)
  if (!opened) return null
  const interview = await Interview.query()
    .where('id', opened.interviewId)
    .preload('candidate')
    .first()
  if (!interview || interview.candidate.isAnonymised) return null
  return { ...opened, interview, locale: localeFor(interview.candidate.locale) }
}

export type Opened = NonNullable<Awaited<ReturnType<typeof openLink>>>

/** What the candidate sees: their interview as it stands, and where it could go. Nobody else is named. */
export async function linkPage({ interview, revision, locale }: Opened) {
  const settings = await CompanySettings.current()
  const isAhead = interview.isOpen && !interview.hasBegun
  const isCurrent = isAhead && interview.revision === revision
  const slots = isCurrent ? await freeSlots(interview) : []
  return {
    interview,
    locale,
    isAhead,
    isCurrent,
    company: settings.companyName,
    words: PAGE_WORDS[locale],
    when: whenText(interview, settings, locale),
    duration: spokenDuration(interview.durationMinutes, locale),
    days: byDay(slots, interview.timeZone, locale),
  }
}

/** On the interview's own clock, wherever the company is. */
function byDay(slots: DateTime[], zone: string, locale: Locale) {
  const local = slots.map((slot) => slot.setZone(zone))
  const days = Map.groupBy(local, (slot) => slot.toISODate()!)
  return [...days.values()].map((ofDay) => ({
    label: spokenDate(ofDay[0], locale),
    slots: ofDay.map((slot) => ({ value: slot.toUTC().toISO()!, label: spokenTime(slot) })),
  }))
}
