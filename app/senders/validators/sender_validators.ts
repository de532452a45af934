import { singleLine, withoutNul } from '#core/text_rules'
import { MOST_MESSAGES_PER_SECOND } from '#messages/models/sender'
import { isSecret } from '#senders/settings_fields'
import { ownNumber, shapeOf } from '#senders/validators/settings_shapes'
import { PROVIDERS, type Provider } from '#whatsapp/gateways/gateway'
import vine from '@vinejs/vine'

const label = () => vine.string().use(withoutNul()).use(singleLine()).minLength(1).maxLength(60)
const number = () => vine.string().maxLength(40).use(ownNumber()).nullable().optional()
const limit = () => vine.number().withoutDecimals().range([1, MOST_MESSAGES_PER_SECOND]).optional()

const forEach = <T>(make: (provider: Provider) => T) =>
  Object.fromEntries(PROVIDERS.map((provider) => [provider, make(provider)])) as Record<Provider, T>

const always = () => true
const hasDefault = (name: string) => name === 'graph_version'

/** Of the form, by provider. */
export const newSenderForms = forEach((provider) =>
  vine.create({ label: label(), number: number(), ...shapeOf(provider, hasDefault) })
)

/** An empty secret stays what it was. */
export const senderForms = forEach((provider) =>
  vine.create({ label: label(), number: number(), ...shapeOf(provider, isSecret) })
)

/** Of the API; `settings` are looked at by provider, with `newSettings` or `settingsChanges`. */
export const newSenderValidator = vine.create({
  provider: vine.enum(PROVIDERS),
  label: label(),
  number: number(),
  is_default: vine.boolean({ strict: true }).optional(),
  messages_per_second: limit(),
  settings: vine.object({}).allowUnknownProperties(),
})

export const senderChangesValidator = vine.create({
  label: label().optional(),
  number: number(),
  is_default: vine.boolean({ strict: true }).optional(),
  messages_per_second: limit(),
  settings: vine.object({}).allowUnknownProperties().optional(),
})

export const newSettings = forEach((provider) =>
  vine.create({ settings: vine.object(shapeOf(provider, hasDefault)) })
)

export const settingsChanges = forEach((provider) =>
  vine.create({ settings: vine.object(shapeOf(provider, always)) })
)

export const newProviderValidator = vine.create({ provider: vine.enum(PROVIDERS) })
