import type Contact from '#contacts/models/contact'

/**
 * Every number a person is or was known by, as texts hold it: without the sign, which forms encode in their own way.
 * Inside a hook, too, that is about to change them.
 */
export async function numbersOf(contact: Contact): Promise<string[]> {
  const written = await contact
    .$trx!.from('messages')
    .where('contact_id', contact.id)
    .distinct('address')
  const { phone, whatsappAddress, whatsappUserId } = contact.$original
  const addresses = [
    phone,
    whatsappAddress,
    whatsappUserId,
    ...written.map(({ address }) => address),
  ]
  const numbers = addresses.filter(Boolean).map((address: string) => address.replace('+', ''))
  return [...new Set(numbers)]
}
