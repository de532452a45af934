import type Contact from '#contacts/models/contact'
import { keysetPage } from '#core/keyset_page'
import Message from '#messages/models/message'

const LATEST = 60

/** What was written to and by a person, oldest first; the latest page, or the one before `cursor`. */
export async function contactThread(contact: Contact, cursor?: string) {
  const query = Message.query().where('contact_id', contact.id)
  const page = await keysetPage(query, { by: ['id'], descending: true, limit: LATEST, cursor })
  return { messages: page.rows.toReversed(), earlier: page.nextCursor }
}
