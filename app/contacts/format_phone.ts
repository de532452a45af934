import { PhoneNumber } from '#contacts/phone_number'

/** An E.164 number for people: `+55 11 90000-0001`. An address that is no number stays as it is. */
export function formatPhone(address: string | null) {
  const reading = address ? PhoneNumber.parse(address) : null
  return reading?.ok ? reading.number.format() : (address ?? '')
}
