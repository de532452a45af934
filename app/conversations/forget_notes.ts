import type Contact from '#contacts/models/contact'

/** What we said to each other about an anonymised person is about them. */
export async function forgetNotes(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  const trx = contact.$trx!
  const own = trx.from('conversations').select('id').where('contact_id', contact.id)
  const notes = trx.from('notes').whereIn('conversation_id', own)
  await trx.from('mentions').whereIn('note_id', notes.clone().select('id')).delete()
  await notes.delete()
}
