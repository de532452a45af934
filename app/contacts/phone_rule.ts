import { PhoneNumber } from '#contacts/phone_number'
import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

/**
 * Turns whatever people type into the canonical number, or says exactly what is wrong with it.
 */
export const phoneRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  const reading = PhoneNumber.parse(value)
  if (reading.ok) field.mutate(reading.number.e164, field)
  else field.report(reading.message, `phone.${reading.reason}`, field)
})
