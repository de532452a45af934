import { createHash } from 'node:crypto'
import type { Button, ChoiceList, Place } from '#whatsapp/content'
import type { NewContent } from '#whatsapp/gateways/twilio_content'

/** A content for the 24-hour window, and what fills its places. */
export interface Filled {
  shape: NewContent
  variables: Record<string, string>
}

const LANGUAGE = 'pt_BR'

/**
 * Everything that differs from message to message is a variable, so that one content serves all messages with as many
 * choices: Twilio keeps contents for ever, and may not keep a new one for every text.
 */
export function filledButtons(body: string, buttons: Button[]): Filled {
  const places = new Places()
  const text = places.add(body)
  const actions = buttons.map(({ id, title }) => ({
    type: 'QUICK_REPLY',
    title: places.add(title),
    id: places.add(id),
  }))
  return filled('quick_reply', { 'twilio/quick-reply': { body: text, actions } }, places)
}

export function filledList(body: string, { button, rows }: ChoiceList): Filled {
  const places = new Places()
  const text = places.add(body)
  const label = places.add(button)
  const items = rows.map(({ id, title, description }) => ({
    id: places.add(id),
    item: places.add(title),
    ...(description && { description: places.add(description) }),
  }))
  return filled(
    'list_picker',
    { 'twilio/list-picker': { body: text, button: label, items } },
    places
  )
}

/** Coordinates are numbers and take no variables: a place is a content of its own. */
export function filledPlace({ latitude, longitude, name, address }: Place): Filled {
  const place = { latitude, longitude, ...(name && { label: name }), ...(address && { address }) }
  return filled('location', { 'twilio/location': place }, new Places())
}

function filled(kind: string, types: NewContent['types'], { variables }: Places): Filled {
  const samples = Object.fromEntries(Object.keys(variables).map((name) => [name, `texto ${name}`]))
  const name = `convoca_${kind}_${fingerprint(types)}`
  const shape = { friendly_name: name, language: LANGUAGE, variables: samples, types }
  return { shape, variables }
}

const fingerprint = (types: object) =>
  createHash('sha256').update(JSON.stringify(types)).digest('hex').slice(0, 12)

/** Numbers the places of a content as they come. */
class Places {
  readonly variables: Record<string, string> = {}

  add(value: string) {
    const name = String(Object.keys(this.variables).length + 1)
    this.variables[name] = value
    return `{{${name}}}`
  }
}
