import Contact from '#contacts/models/contact'
import { toDb } from '#database/columns'
import type Interview from '#interviews/models/interview'
import Message, { type MessageKind } from '#messages/models/message'
import { QuietHours } from '#messages/quiet_hours'
import { factsOf, type InterviewFacts } from '#notifications/interview_facts'
import { interviewValues } from '#notifications/interview_values'
import CompanySettings from '#settings/models/company_settings'
import { renderTemplate } from '#templates/render_template'
import type { TemplateKey } from '#templates/template_catalogue'
import whatsapp from '#whatsapp/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Draft {
  interview: Interview
  kind: Extract<MessageKind, 'notice' | 'reminder'>
  template: TemplateKey
  dedupeKey: string
  expiresAt: DateTime
  previous?: InterviewFacts | null
  facts?: Record<string, unknown>
  isExpected?: boolean
}

/**
 * Writes the message an interview owes its candidate: the text as of now, due now or when the quiet hours end.
 */
export async function planInterviewMessage(draft: Draft, trx: TransactionClientContract) {
  const { interview, kind, template, dedupeKey, expiresAt, isExpected } = draft
  const { previous = null, facts = {} } = draft
  const settings = await CompanySettings.current(trx)
  const candidate = await Contact.findOrFail(interview.candidateId, { client: trx })

  const now = DateTime.utc()
  const deadline = deadlineOf(interview, previous)
  const quietHours = new QuietHours(settings, candidate.timeZone ?? settings.timeZone)
  const sendAt = quietHours.defer(now, deadline)

  return Message.plan(
    {
      kind,
      dedupeKey,
      sendAt,
      expiresAt,
      contact: candidate,
      address: candidate.address,
      sender: whatsapp.defaultSender,
      body: await interviewText({ interview, template, previous, candidate }, trx),
      templateKey: template,
      interviewId: interview.id,
      revision: interview.revision,
      facts: {
        ...factsOf(interview),
        ...facts,
        deadline: toDb(deadline),
        ...(previous && { previous }),
      },
      reason: sendAt > now ? 'quiet_hours' : null,
      isExpected,
    },
    trx
  )
}

interface About {
  interview: Interview
  previous?: InterviewFacts | null
  /** Who is told, where they have been read already. */
  candidate?: Contact
  /** The options are under the text, to tap, and need not be spelt out. */
  hasButtons?: boolean
}

/** What a message about the interview says if it leaves now: "amanhã" is only true on one day. */
export async function interviewText(
  { template, ...about }: About & { template: TemplateKey },
  trx: TransactionClientContract
) {
  const { locale, values } = await valuesNow(about, trx)
  return renderTemplate(template, locale, values, { client: trx })
}

/** What a text or an approved template about the interview is filled in with now, and the candidate's language. */
export async function valuesNow(
  { interview, previous = null, hasButtons, candidate: known }: About,
  trx: TransactionClientContract
) {
  const settings = await CompanySettings.current(trx)
  const candidate = known ?? (await Contact.findOrFail(interview.candidateId, { client: trx }))
  await loadOpeningAndRound(interview.useTransaction(trx))
  const values = interviewValues({ interview, candidate, settings, previous, hasButtons })
  return { locale: candidate.locale, values }
}

/** When it would be too late: someone who was told 7:00 must hear of the move before 7:00. */
function deadlineOf({ startsAt }: Interview, previous: InterviewFacts | null) {
  if (!previous) return startsAt
  const told = DateTime.fromISO(previous.startsAt)
  return told > DateTime.utc() ? DateTime.min(startsAt, told) : startsAt
}

/** Lucid asks the database for the relation of a null key, too. */
async function loadOpeningAndRound(interview: Interview) {
  if (interview.jobOpeningId) await interview.load('jobOpening')
  else interview.$setRelated('jobOpening', null)
  if (interview.roundId) await interview.load('round')
  else interview.$setRelated('round', null)
}
