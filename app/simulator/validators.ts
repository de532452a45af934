import { PROVIDERS } from '#simulator/post_office'
import { SAMPLES, TEXT_LIMIT } from '#simulator/samples'
import vine from '@vinejs/vine'
import { canonicalNumber } from '#simulator/phone'
import {
  APPROVALS,
  CALLBACKS,
  CALL_SHAPES,
  CHAT_APP_CALLS,
  CHAT_APP_LICENCES,
  CHAT_APP_TOKENS,
  FATES,
  FAULTS,
  LIMITS,
  LISTS,
  NINTH_DIGIT,
  REFUSALS,
  SIGNATURES,
  STANDINGS,
  WINDOWS,
} from '#simulator/settings'

const MAX_MS = 24 * 60 * 60 * 1000
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
  ninth_digit: vine.enum(NINTH_DIGIT).optional(),
  approvals: vine.enum(APPROVALS).optional(),
  approval_ms: milliseconds().optional(),
  limits: vine.enum(LIMITS).optional(),
  chat_app_tokens: vine.enum(CHAT_APP_TOKENS).optional(),
  chat_app_token_seconds: vine.number().withoutDecimals().range([1, 86_400]).optional(),
  chat_app_licence: vine.enum(CHAT_APP_LICENCES).optional(),
  chat_app_calls: vine.enum(CHAT_APP_CALLS).optional(),
  fate: vine.enum(FATES).optional(),
  fate_code: vine.number().withoutDecimals().range([0, 999_999]).optional(),
  signature: vine.enum(SIGNATURES).optional(),
  call_shape: vine.enum(CALL_SHAPES).optional(),
  copies: vine.number().withoutDecimals().range([2, 100]).optional(),
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
  hides_number: vine.boolean().optional(),
})

export const renumberValidator = vine.create({
  number: vine.string().use(phoneNumber()),
  to: vine.string().use(phoneNumber()),
})

const MESSAGE_ID = /^((SM|MM)[0-9a-f]{32}|wamid\.[\w+/=-]{1,190}|BAE5[0-9A-F]{16})$/

/** See `gesture.ts`. */
export const replyValidator = vine.create({
  number: vine.string().use(phoneNumber()),
  text: vine.string().maxLength(TEXT_LIMIT).nullable().optional(),
  quoted: vine.string().regex(MESSAGE_ID).nullable().optional(),
  provider: vine.enum(PROVIDERS).optional(),
  choice: vine.string().maxLength(256).optional(),
  reaction: vine.string().maxLength(32).nullable().optional(),
  sample: vine.enum(SAMPLES).optional(),
})

const words = () => vine.string().maxLength(1000)

/** As providers could hand it on. */
export const contentValidator = vine.create({
  chosen: vine
    .object({
      kind: vine.enum(['button', 'row']),
      id: vine.string().maxLength(256),
      title: words(),
      description: words().optional(),
    })
    .optional(),
  media: vine
    .array(
      vine.object({
        kind: vine.enum(['image', 'video', 'audio', 'document', 'sticker']),
        contentType: words(),
        filename: words().nullable(),
        url: vine.string().url({ require_tld: false }),
      })
    )
    .maxLength(10)
    .optional(),
  location: vine
    .object({
      latitude: vine.number().range([-90, 90]),
      longitude: vine.number().range([-180, 180]),
      name: words().optional(),
      address: words().optional(),
    })
    .optional(),
  contacts: vine
    .array(vine.object({ name: words(), phones: vine.array(words()).maxLength(10) }))
    .maxLength(10)
    .optional(),
  reaction: vine
    .object({ emoji: words().nullable(), to: vine.string().regex(MESSAGE_ID) })
    .optional(),
  forwarded: vine.boolean().optional(),
  unsupported: words().optional(),
})

export const fileValidator = vine.create({
  filename: vine.string().maxLength(255).nullable(),
  content_type: vine.string().maxLength(100),
  base64: vine.string().maxLength(30_000_000),
})
