/** A place for a variable: `{{1}}`, `{{nome}}`. */
const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g
const BODY_LIMIT = 1024

interface Action {
  type?: string
  title: string
  id?: string
}

interface ListItem {
  id: string
  item: string
  description?: string
}

/** What a content may be. The first one the phone can show is shown. */
export interface Types {
  'twilio/text'?: { body: string }
  'twilio/quick-reply'?: { body: string; actions: Action[] }
  'twilio/list-picker'?: { body: string; button: string; items: ListItem[] }
  'twilio/media'?: { body?: string; media: string[] }
  'twilio/location'?: { latitude: number; longitude: number; label?: string; address?: string }
}

export type TypeName = keyof Types

/** Richest first: WhatsApp can show them all. */
export const TYPE_NAMES: TypeName[] = [
  'twilio/quick-reply',
  'twilio/list-picker',
  'twilio/location',
  'twilio/media',
  'twilio/text',
]

const FIELDS: Record<TypeName, string[]> = {
  'twilio/text': ['body'],
  'twilio/quick-reply': ['body', 'actions'],
  'twilio/list-picker': ['body', 'button', 'items'],
  'twilio/media': ['media'],
  'twilio/location': ['latitude', 'longitude'],
}

/** Only these open a conversation. */
const APPROVABLE: TypeName[] = ['twilio/text', 'twilio/quick-reply', 'twilio/media']

export const typeOf = (types: Types): TypeName => TYPE_NAMES.find((name) => name in types)!

export const isApprovable = (types: Types) => APPROVABLE.includes(typeOf(types))

/** Whether a request brought types that can be kept. */
export function areTypes(types: unknown): types is Types {
  if (typeof types !== 'object' || types === null || Array.isArray(types)) return false
  const given = Object.entries(types)
  return given.length > 0 && given.every(([name, fields]) => isComplete(name, fields))
}

/** What WhatsApp would reject a template for; null: nothing. */
export function breachOf(types: Types): string | null {
  const shown = types[typeOf(types)]!
  const body = 'body' in shown ? (shown.body ?? '').trim() : ''
  if (/^\{\{[^}]*\}\}|\{\{[^}]*\}\}$/.test(body)) return 'Variables at the start or end of the body'
  if (/\}\}\s*\{\{/.test(body)) return 'Variables next to each other'
  if (body.length > BODY_LIMIT) return 'The body is too long'
  return isInSequence(body) ? null : 'Variables are not in sequence'
}

/** Every place that asks for a value. */
export function variablesOf(types: Types): string[] {
  const text = JSON.stringify(types[typeOf(types)])
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name))]
}

/** The same with every place filled in. */
export function filledIn<Value>(value: Value, variables: Record<string, string>): Value {
  if (typeof value === 'string')
    return value.replace(VARIABLE, (place, name) => variables[name] ?? place) as Value
  if (Array.isArray(value)) return value.map((one) => filledIn(one, variables)) as Value
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, filledIn(field, variables)])
  return Object.fromEntries(fields) as Value
}

function isComplete(name: string, fields: unknown) {
  if (!TYPE_NAMES.includes(name as TypeName) || typeof fields !== 'object' || !fields) return false
  return FIELDS[name as TypeName].every((field) => field in fields)
}

function isInSequence(body: string) {
  const numbers = [...new Set([...body.matchAll(VARIABLE)].map(([, name]) => Number(name)))]
  return numbers.toSorted((a, b) => a - b).every((number, at) => number === at + 1)
}
