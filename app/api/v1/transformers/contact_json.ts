import { instant } from '#api/v1/transformers/instant'
import type Contact from '#contacts/models/contact'

export type ContactJson = ReturnType<typeof contactJson>

export const contactJson = (contact: Contact) => ({
  id: contact.id,
  name: contact.name,
  phone: contact.phone,
  email: contact.email,
  locale: contact.locale,
  time_zone: contact.timeZone,
  external_id: contact.externalId,
  notes: contact.notes,
  accepts: contact.accepts,
  last_inbound_at: instant(contact.lastInboundAt),
  anonymised_at: instant(contact.anonymisedAt),
  created_at: instant(contact.createdAt),
  updated_at: instant(contact.updatedAt),
})
