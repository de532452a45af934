import type Contact from '#contacts/models/contact'
import { numbersOf } from '#messages/numbers_of'

/**
 * What providers told us of an anonymised person keeps only that it came. It reads every call that is kept, which is
 * those of thirty days.
 */
export async function forgetCalls(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  for (const number of await numbersOf(contact)) {
    await contact.$trx!.from('webhook_calls').whereLike('body', `%${number}%`).update({ body: '' })
  }
}
