import { instant } from '#api/v1/transformers/instant'
import type Contact from '#contacts/models/contact'
import type Consent from '#contacts/models/consent'

/** What the person accepts, and the decision that says so; who never decided has none. */
export const consentJson = (contact: Contact, latest: Consent | null) => ({
  contact_id: contact.id,
  accepts: contact.accepts,
  source: latest?.source ?? null,
  reason: latest?.text ?? null,
  recorded_by_id: latest?.recordedById ?? null,
  decided_at: instant(latest?.createdAt ?? null),
})
