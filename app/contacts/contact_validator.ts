import { acceptsRule, reasonRule } from '#contacts/consent_validator'
import { LOCALES } from '#contacts/locales'
import { phoneRule } from '#contacts/phone_rule'
import { singleLine, withoutNul } from '#core/text_rules'
import { zoneRule } from '#core/zone_rule'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const fields = {
  phone: vine.string().maxLength(40).use(phoneRule()),
  name: vine.string().use(withoutNul()).use(singleLine()).minLength(1).maxLength(120),
}

const optional = {
  email: vine.string().email().maxLength(254).nullable().optional(),
  locale: vine.enum(LOCALES).optional(),
  time_zone: vine.string().use(zoneRule()).nullable().optional(),
  external_id: vine.string().use(withoutNul()).maxLength(120).nullable().optional(),
  notes: vine.string().use(withoutNul()).maxLength(5000).nullable().optional(),
}

/** A whole contact, as forms and the API send it. */
export const contactValidator = vine.create({ ...fields, ...optional })

/** Only what changes; with what the person accepts, how the sender knows. */
export const contactChangesValidator = vine.create({
  name: fields.name.clone().optional(),
  phone: fields.phone.clone().optional(),
  ...optional,
  accepts: acceptsRule().optional(),
  accepts_reason: reasonRule().optional(),
})

/** A candidate named inside a booking. */
export const candidateSchema = vine.object({ ...fields, ...optional })

export type ContactInput = Infer<typeof contactValidator>

/** From the words of the contract to the columns; what was not sent stays as it is. */
export function contactAttributes(input: Partial<ContactInput>) {
  const { time_zone: timeZone, external_id: externalId, ...rest } = input
  return {
    ...rest,
    ...(timeZone !== undefined && { timeZone }),
    ...(externalId !== undefined && { externalId }),
  }
}
