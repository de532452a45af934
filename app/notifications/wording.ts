import { localeFor } from '#contacts/locales'
import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import type { Wording } from '#messages/message_subject'
import type Message from '#messages/models/message'
import { answerButtons, besideText } from '#notifications/answer_options'
import type { InterviewFacts } from '#notifications/interview_facts'
import { interviewText } from '#notifications/interview_message'
import type { TemplateKey } from '#templates/template_catalogue'
import { TEXT_ABOVE_CHOICES } from '#whatsapp/content'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Who can be shown fewer is told by number. */
const OPTIONS = 3

/** A change is told with what it was before. */
const COMPARING: (string | null)[] = ['interview_rescheduled', 'interview_updated']

/** How a message about an interview reads if it leaves now, with the answers to tap where that can be. */
export async function wordingNow(
  message: Message,
  buttons: number,
  trx: TransactionClientContract
): Promise<Wording> {
  const { body, content } = message
  const hasRoom = buttons >= OPTIONS
  const isAsWritten = message.kind === 'notice' && !hasRoom && !content
  if (isAsWritten || !canBeReworded(message)) return { body, content }

  const told = await telling(message, trx)
  const above = hasRoom ? await interviewText({ ...told, hasButtons: true }, trx) : null
  if (above === null || above.length > TEXT_ABOVE_CHOICES)
    return { body: await interviewText(told, trx), content: null }
  const candidate = await Contact.findOrFail(told.interview.candidateId, { client: trx })
  const locale = localeFor(candidate.locale)
  const choices = answerButtons(told.interview, locale)
  return {
    body: above,
    content: { buttons: choices, byTyping: besideText(told.interview, locale) },
  }
}

/** A cancelled interview leaves nothing to answer, and what a person of ours wrote stays as it is. */
function canBeReworded({ kind, templateKey, facts }: Message) {
  if (kind !== 'notice' && kind !== 'reminder') return false
  if (templateKey === 'interview_cancelled') return false
  return !COMPARING.includes(templateKey) || Boolean(facts?.previous)
}

const telling = async (
  { interviewId, templateKey, facts }: Message,
  trx: TransactionClientContract
) => ({
  interview: await Interview.findOrFail(interviewId, { client: trx }),
  template: templateKey as TemplateKey,
  previous: (facts?.previous as InterviewFacts | undefined) ?? null,
})
