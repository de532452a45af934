import vine from '@vinejs/vine'
import { canonicalNumber } from '#simulator/phone'
import {
  APPROVALS,
  CALLBACKS,
  FAULTS,
  LIMITS,
  LISTS,
  REFUSALS,
  STANDINGS,
  WINDOWS,
} from '#simulator/settings'

const MAX_MS = 24 * 60 * 60 * 1000
/** What WhatsApp lets a person write. */
const TEXT_LIMIT = 4096

const milliseconds = () => vine.number().withoutDecimals().range([0, MAX_MS])

const phoneNumber = vine.createRule((value, _, field) => {
  const number = typeof value === 'string' ? canonicalNumber(value.replace(/[\s().-]/g, '')) : null
  if (number) field.mutate(number, field)
  else field.report('Escreva o número com país e DDD, como +55 11 90000-0001.', 'phone', field)
})

export const settingsValidator = vine.create({
  fault: vine.enum(FAULTS).optional(),
  times: vine.number().withoutDecimals().range([1, 1000]).nullable().optional(),
  retry_after: vine.number().withoutDecimals().range([0, 86_400]).nullable().optional(),
  error_code: vine.number().withoutDecimals().range([0, 999_999]).optional(),
  slow_ms: milliseconds().optional(),
  callbacks: vine.enum(CALLBACKS).optional(),
  late_ms: milliseconds().optional(),
  hold_callbacks: vine.boolean().optional(),
  list: vine.enum(LISTS).optional(),
  list_lag_ms: milliseconds().optional(),
  window: vine.enum(WINDOWS).optional(),
  refusals: vine.enum(REFUSALS).optional(),
  approvals: vine.enum(APPROVALS).optional(),
  approval_ms: milliseconds().optional(),
  limits: vine.enum(LIMITS).optional(),
  delays: vine
    .object({
      sent_ms: milliseconds().optional(),
      delivered_ms: milliseconds().optional(),
      read_ms: milliseconds().optional(),
    })
    .optional(),
})

export const decisionValidator = vine.create({
  status: vine.enum(STANDINGS),
  rejection_reason: vine.string().maxLength(200).optional(),
  category: vine.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']).optional(),
})

export const numberValidator = vine.create({ number: vine.string().use(phoneNumber()) })

export const phoneValidator = vine.create({
  number: vine.string().use(phoneNumber()),
  name: vine.string().maxLength(100).optional(),
  joined: vine.boolean().optional(),
  has_whatsapp: vine.boolean().optional(),
  reads: vine.boolean().optional(),
  lacks_ninth_digit: vine.boolean().optional(),
})

export const replyValidator = vine.create({
  number: vine.string().use(phoneNumber()),
  text: vine.string().minLength(1).maxLength(TEXT_LIMIT),
  quoted: vine
    .string()
    .regex(/^((SM|MM)[0-9a-f]{32}|wamid\.[\w+/=-]{1,190})$/)
    .nullable()
    .optional(),
})
