import { withoutNul } from '#core/text_rules'
import { senderOf } from '#whatsapp/gateways/twilio_settings'
import type { Provider } from '#whatsapp/gateways/gateway'
import { MESSENGER_TYPES } from '#whatsapp/sender_account'
import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

const E164 = /^\+[1-9]\d{6,14}$/

/**
 * A number as the provider knows it, digit for digit: no ninth digit is put in, and what starts with 0800 may write, too.
 */
export const ownNumber = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  const number = senderOf(value)
  if (E164.test(number)) return field.mutate(number, field)
  field.report('Escreva o número com + e o código do país: +55 11 4000-0000.', 'own_number', field)
})

const patterned = (name: string, pattern: RegExp, message: string) => {
  const rule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
    if (typeof value === 'string' && !pattern.test(value)) field.report(message, name, field)
  })
  return () => text(60).use(rule())
}

const text = (limit: number) => vine.string().use(withoutNul()).trim().minLength(1).maxLength(limit)

const digits = patterned('digits', /^\d{1,30}$/, 'Use só os números, sem espaços nem traços.')
const accountSid = patterned(
  'account_sid',
  /^AC[0-9a-f]{32}$/i,
  'O Account SID começa com AC e tem 34 caracteres, de 0 a 9 e de a a f.'
)
const graphVersion = patterned(
  'graph_version',
  /^v\d{1,3}\.\d$/,
  'Escreva a versão como a Meta a escreve: v26.0.'
)

const withoutEndingSlash = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string') field.mutate(value.replace(/\/+$/, ''), field)
})

const baseUrl = () =>
  vine
    .string()
    .trim()
    .maxLength(300)
    .url({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
    .use(withoutEndingSlash())
    .nullable()

const secret = () => text(2000)

/** What each provider's settings may be, each required unless it is named in `optional`. */
export const SHAPES = {
  twilio: () => ({
    from: vine.string().maxLength(40).use(ownNumber()),
    account_sid: accountSid(),
    auth_token: secret(),
    api_base_url: baseUrl(),
  }),
  cloud_api: () => ({
    phone_number_id: digits(),
    waba_id: digits(),
    access_token: secret(),
    app_secret: secret(),
    verify_token: text(200),
    graph_version: graphVersion(),
    api_base_url: baseUrl(),
  }),
  chat_app: () => ({
    email: vine.string().trim().email().maxLength(254),
    password: secret(),
    app_id: text(120),
    licence_id: digits(),
    messenger_type: vine.enum(MESSENGER_TYPES),
    messages_per_minute: vine.number().withoutDecimals().range([1, 600]).nullable(),
    api_base_url: baseUrl(),
  }),
} satisfies Record<Provider, () => object>

const OPTIONAL = new Set(['api_base_url', 'messages_per_minute'])

/** The same with some that may be left out. */
export const shapeOf = (provider: Provider, isOptional: (name: string) => boolean) =>
  Object.fromEntries(
    Object.entries<any>(SHAPES[provider]()).map(([name, rule]) => [
      name,
      OPTIONAL.has(name) || isOptional(name) ? rule.optional() : rule,
    ])
  )
