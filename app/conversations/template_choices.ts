import type Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import type Conversation from '#messages/models/conversation'
import { valuesNow } from '#notifications/interview_message'
import CompanySettings from '#settings/models/company_settings'
import { approvedTwins } from '#templates/approval/approved_twins'
import type TemplateTwin from '#templates/models/template_twin'
import type { TemplateValues } from '#templates/placeholders'
import { TEMPLATES, type TemplateKey } from '#templates/template_catalogue'
import type User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'
import { toDb } from '#database/columns'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** What tells the date of an interview that is still ahead. */
const ABOUT_NEXT: TemplateKey[] = ['interview_scheduled', 'interview_reminder']

/** An approved text that may be sent now. */
export interface TemplateChoice {
  twin: TemplateTwin
  label: string
  /** It carries what the agent writes. */
  hasText: boolean
  values: TemplateValues
}

/** What opens this conversation again; texts about an interview are for who recruits. */
export async function templateChoices(
  { sender }: Conversation,
  contact: Contact,
  user: User
): Promise<TemplateChoice[]> {
  if (!whatsapp.use(sender).capabilities.templates) return []
  const twins = await approvedTwins(sender, contact.locale)
  const next = user.isRecruiter ? await nextInterview(contact) : null
  const about = next && (await db.transaction((trx) => valuesAbout(next, trx)))
  const own = await valuesOf(contact)
  return twins.flatMap((twin) => {
    const hasText = twin.templateKey === 'team_message'
    const values = hasText ? own : ABOUT_NEXT.includes(twin.templateKey) && about
    return values ? [{ twin, hasText, values, label: TEMPLATES[twin.templateKey].label }] : []
  })
}

/** As the person will read it. */
export const previewOf = ({ twin, values }: TemplateChoice, text: string) =>
  twin.filledWith({ ...values, message_text: text }).body

const nextInterview = (contact: Contact) =>
  Interview.query()
    .where('candidate_id', contact.id)
    .whereIn('status', ['scheduled', 'confirmed'])
    .where('starts_at', '>', toDb(DateTime.utc()))
    .orderBy('starts_at')
    .first()

const valuesAbout = async (
  interview: Interview,
  trx: Parameters<typeof valuesNow>[1]
): Promise<TemplateValues> => (await valuesNow({ interview, previous: null }, trx)).values

async function valuesOf({ name, firstName }: Contact): Promise<TemplateValues> {
  const { companyName, signature } = await CompanySettings.current()
  return {
    company_name: companyName,
    signature,
    candidate_name: name,
    candidate_first_name: firstName,
  }
}
