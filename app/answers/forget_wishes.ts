import type Contact from '#contacts/models/contact'

/** That an anonymised person asked for another date is kept; why, in their words, is not. */
export async function forgetWishes(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  await contact.$trx!.from('answers').where('contact_id', contact.id).update({ text: null })
}
