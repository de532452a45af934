import type Contact from '#contacts/models/contact'
import Message from '#messages/models/message'

/**
 * An anonymised person is written to no more, and their messages keep only that they existed. What they said about an
 * interview (`facts`) is the interview's, and stays.
 */
export async function forgetContact(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  const trx = contact.$trx!
  const waiting = await Message.query({ client: trx })
    .where({ contact_id: contact.id, status: 'queued' })
    .forUpdate()
  for (const message of waiting) await message.end('canceled', 'contact_anonymised', trx)
  await trx
    .from('messages')
    .where('contact_id', contact.id)
    .update({
      address: '',
      tried_address: null,
      body: '',
      content: null,
      twin_wording: null,
      error_detail: null,
    })
}
