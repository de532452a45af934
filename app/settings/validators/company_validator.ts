import { singleLine, withoutNul } from '#core/text_rules'
import { zoneRule } from '#core/zone_rule'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const line = (limit: number) =>
  vine.string().use(withoutNul()).use(singleLine()).minLength(1).maxLength(limit)

const clock = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const UNITS = ['minutes', 'hours', 'days'] as const
export type ReminderUnit = (typeof UNITS)[number]

const LONGEST_AMOUNT = 365
const MOST_REMINDERS = 5
const MOST_A_DAY = 1000

export const companyValidator = vine.create({
  company_name: line(80),
  signature: line(80),
  time_zone: vine.string().use(zoneRule()),
  default_duration_minutes: vine
    .number()
    .withoutDecimals()
    .range([5, 24 * 60]),
  daily_messages_per_contact: vine.number().withoutDecimals().range([1, MOST_A_DAY]),
  quiet_hours: vine.accepted().optional(),
  quiet_hours_start: clock().optional().requiredIfExists('quiet_hours'),
  quiet_hours_end: clock().optional().requiredIfExists('quiet_hours'),
  reminders: vine
    .array(
      vine.object({
        amount: vine.number().withoutDecimals().range([1, LONGEST_AMOUNT]),
        unit: vine.enum(UNITS),
      })
    )
    .maxLength(MOST_REMINDERS)
    .optional(),
})

export type CompanyInput = Infer<typeof companyValidator>
