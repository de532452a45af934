import Consent from '#contacts/models/consent'
import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import { contactThread } from '#reports/contact_thread'
import CompanySettings from '#settings/models/company_settings'

const DECISIONS_SHOWN = 20

/** A person, their interviews with the latest first, what they accept from us, and what was said. */
export async function contactPage(id: number, cursor?: string) {
  const contact = await Contact.findOrFail(id)
  const interviews = await Interview.query()
    .where('candidate_id', contact.id)
    .orderBy('starts_at', 'desc')
  return {
    contact,
    interviews,
    consents: await Consent.of(contact).limit(DECISIONS_SHOWN),
    thread: await contactThread(contact, cursor),
    timeZone: (await CompanySettings.current()).timeZone,
  }
}
