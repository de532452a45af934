import { localeFor, type Locale } from '#contacts/locales'
import type Contact from '#contacts/models/contact'
import { TYPE_LABELS } from '#interviews/interview_status'
import type Interview from '#interviews/models/interview'
import { answerOptions, besideButtons } from '#notifications/answer_options'
import type { InterviewFacts } from '#notifications/interview_facts'
import {
  spokenDate,
  spokenDay,
  spokenDuration,
  spokenTime,
  spokenZone,
} from '#notifications/spoken'
import type CompanySettings from '#settings/models/company_settings'
import { DateTime } from 'luxon'

const TYPES: Record<Exclude<Locale, 'pt-BR'>, Record<string, string>> = {
  en: { onsite: 'In person', video: 'Video call', phone: 'Phone call' },
  es: { onsite: 'Presencial', video: 'Por video', phone: 'Por teléfono' },
}

interface About {
  /** With its opening and its round loaded, where it has them. */
  interview: Interview
  candidate: Contact
  settings: CompanySettings
  /** What the candidate was last told, when this message replaces it. */
  previous: InterviewFacts | null
  /** What the candidate may answer stands under the text. */
  hasButtons?: boolean
}

/**
 * The ready strings a template may use; absent ones are empty.
 */
export function interviewValues({
  interview,
  candidate,
  settings,
  previous,
  hasButtons = false,
}: About) {
  const locale = localeFor(candidate.locale)
  const local = interview.startsAt.setZone(interview.timeZone)
  const before = previous && DateTime.fromISO(previous.startsAt).setZone(previous.timeZone)

  return {
    company_name: settings.companyName,
    signature: settings.signature,
    candidate_name: candidate.name,
    candidate_first_name: candidate.firstName,
    title: interview.title,
    type_label: typeLabel(interview, locale),
    onsite: interview.interviewType === 'onsite' ? 'sim' : '',
    date: spokenDate(local, locale),
    time: spokenTime(local),
    time_zone_label: spokenZone(local, settings.timeZone, locale),
    duration: spokenDuration(interview.durationMinutes, locale),
    day_phrase: spokenDay(local, DateTime.utc(), locale),
    location: interview.location ?? '',
    meeting_url: interview.meetingUrl ?? '',
    description: interview.description ?? '',
    job_title: interview.jobOpening?.title ?? '',
    round_name: interview.round?.name ?? '',
    answer_options: (hasButtons ? besideButtons : answerOptions)(interview, locale),
    previous_date: before ? spokenDate(before, locale) : '',
    previous_time: before ? spokenTime(before) : '',
  }
}

function typeLabel({ interviewType }: Interview, locale: Locale) {
  return locale === 'pt-BR' ? TYPE_LABELS[interviewType] : TYPES[locale][interviewType]
}
