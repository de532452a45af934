import type { Content } from '#simulator/content'
import { isTexts } from '#simulator/twilio/content_rules'
import { filledIn, typeOf, variablesOf, type Types } from '#simulator/twilio/content_types'
import type { Contents, ContentTemplate } from '#simulator/twilio/contents'
import { TwilioRefusal } from '#simulator/twilio/refusal'

/** What a person would see. */
export interface Written {
  body: string
  content: Content
  mediaUrls: string[]
  /** Why WhatsApp will not have it, although the provider takes it. */
  errorCode: number | null
}

const PARAMETER_COUNT = 63028
const POLICY = 63013
const CLOSED: Record<string, number> = { rejected: 63040, paused: 63041, disabled: 63042 }

/** `ContentSid` and `ContentVariables` as what arrives; null when the request names none. @throws TwilioRefusal */
export function writtenContent(form: URLSearchParams, contents: Contents): Written | null {
  const sid = form.get('ContentSid')
  const variables = form.get('ContentVariables')
  if (sid === null) {
    if (variables !== null) throw new TwilioRefusal(21654)
    return null
  }
  const template = /^HX[0-9a-f]{32}$/i.test(sid) ? contents.find(sid) : null
  if (!template) throw new TwilioRefusal(21655)
  const values = { ...template.variables, ...readVariables(variables) }
  const shown = filledIn(template.types[typeOf(template.types)]!, values)
  return { ...rendered(shown, template), errorCode: objection(template, values) }
}

function readVariables(json: string | null): Record<string, string> {
  const values = parsed(json || '{}')
  if (!isTexts(values)) throw new TwilioRefusal(21656)
  return values
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function objection({ types, approval }: ContentTemplate, values: Record<string, string>) {
  const asked = variablesOf(types)
  if (asked.some((name) => !values[name])) return PARAMETER_COUNT
  if (!approval) return null
  if (asked.some((name) => /\s{5,}|[\n\t]/.test(values[name]))) return POLICY
  return CLOSED[approval.status] ?? null
}

function rendered(
  shown: NonNullable<Types[keyof Types]>,
  { approval }: ContentTemplate
): Omit<Written, 'errorCode'> {
  const template = approval?.status === 'approved' ? { template: approval.name } : {}
  const content: Content = { ...template, ...ornamentsOf(shown) }
  const mediaUrls = 'media' in shown ? shown.media : []
  return { body: ('body' in shown && shown.body) || '', content, mediaUrls }
}

function ornamentsOf(shown: NonNullable<Types[keyof Types]>): Content {
  if ('actions' in shown)
    return { buttons: shown.actions.map(({ id, title }) => ({ id: id ?? title, title })) }
  if ('items' in shown) return { list: listOf(shown) }
  if ('latitude' in shown) return { location: placeOf(shown) }
  return {}
}

function listOf({ button, items }: NonNullable<Types['twilio/list-picker']>) {
  const rows = items.map(({ id, item, description }) => ({
    id,
    title: item,
    ...(description && { description }),
  }))
  return { button, rows }
}

function placeOf(place: NonNullable<Types['twilio/location']>) {
  const { latitude, longitude, label, address } = place
  return { latitude, longitude, ...(label && { name: label }), ...(address && { address }) }
}
