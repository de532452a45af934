import { PhoneNumber } from '#contacts/phone_number'
import { Problem } from '#core/problem'
import type { ContactCard } from '#whatsapp/content'

/**
 * A card whose numbers can be called from anywhere. `field` names where the number at that index was written.
 * @throws Problem 422 on it
 */
export function readCard({ name, phones }: ContactCard, field: (at: number) => string) {
  return { name, phones: phones.map((phone, at) => numberIn(phone, field(at))) }
}

function numberIn(phone: string, field: string) {
  const reading = PhoneNumber.parse(phone)
  if (!reading.ok) throw Problem.invalid(field, reading.reason, reading.message)
  return reading.number.e164
}
