import type Contact from '#contacts/models/contact'

/** Nothing that an anonymised person sent or was sent stays. */
export async function forgetFiles(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  const theirs = contact
    .$trx!.from('media_files')
    .whereIn('message_id', (messages) =>
      messages.from('messages').select('id').where('contact_id', contact.id)
    )
  await theirs.delete()
}
