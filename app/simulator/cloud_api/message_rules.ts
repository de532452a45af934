import type { Content } from '#simulator/content'
import { GraphRefusal } from '#simulator/cloud_api/refusal'
import { bodyOf, buttonsOf, variablesOf, type Template } from '#simulator/cloud_api/templates'

/** The JSON of a send, as far as anybody can trust it. */
export type Payload = Record<string, any>

export interface Written {
  body: string
  content: Content
}

/** What the message may refer to. */
export interface Stores {
  /** @throws GraphRefusal when it may not be sent */
  template(name: string, language: string): Template
  /** Of a file that was uploaded; null when there is none. */
  media(id: string): { url: string; contentType: string } | null
}

const TEXT_LIMIT = 4096
const BODY_LIMIT = 1024
const TITLE_LIMIT = 20
const ROW_TITLE_LIMIT = 24
const MOST_BUTTONS = 3
const MOST_ROWS = 10

const invalid = (details: string) => new GraphRefusal(131009, details)
const missing = (name: string) => new GraphRefusal(131008, `${name} is required`)

/** @throws GraphRefusal with the code of the first thing that is wrong */
export function readWritten(payload: Payload, stores: Stores): Written {
  const type = payload.type ?? 'text'
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  if (!read) throw new GraphRefusal(131051)
  if (!payload[type] || typeof payload[type] !== 'object') throw missing(type)
  return read(payload[type], stores, type)
}

type Reader = (given: any, stores: Stores, type: string) => Written

const READERS: Record<string, Reader> = {
  text: readText,
  template: readTemplate,
  interactive: readInteractive,
  image: readMedia,
  video: readMedia,
  audio: readMedia,
  document: readMedia,
  sticker: readMedia,
  location: readLocation,
  contacts: readContacts,
  reaction: readReaction,
}

function readText({ body }: { body?: string }): Written {
  if (!body) throw missing('text.body')
  if (body.length > TEXT_LIMIT) throw invalid(`text.body: at most ${TEXT_LIMIT} characters`)
  return { body, content: {} }
}

function readTemplate(given: any, stores: Stores): Written {
  const template = stores.template(String(given.name), String(given.language?.code))
  const parts: any[] = given.components ?? []
  const values: any[] = parts.find(({ type }) => type === 'body')?.parameters ?? []
  const text = bodyOf(template)
  if (values.length !== variablesOf(text)) {
    const details = `body: number of params (${values.length}) does not match`
    throw new GraphRefusal(132000, details)
  }
  if (values.some(({ text: value }) => !value || /[\n\t]| {5}/.test(value))) {
    throw new GraphRefusal(132018, 'params: empty, or with line breaks')
  }
  const body = text.replace(/\{\{(\d+)\}\}/g, (_, number) => values[number - 1].text)
  const buttons = buttonsOf(template).map(({ text: title }, index) => ({
    id: payloadOf(parts, index) ?? title,
    title,
  }))
  const content = { template: template.name, ...(buttons.length > 0 && { buttons }) }
  return { body, content }
}

/** Without one, the title comes back. */
function payloadOf(parts: any[], index: number): string | undefined {
  const part = parts.find((one) => one.type === 'button' && Number(one.index) === index)
  return part?.parameters?.[0]?.payload
}

function readInteractive(given: any): Written {
  const body = given.body?.text
  if (!body) throw missing('interactive.body')
  if (body.length > BODY_LIMIT) throw invalid(`interactive.body: at most ${BODY_LIMIT} characters`)
  if (given.type === 'button') return { body, content: { buttons: readButtons(given) } }
  if (given.type === 'list') return { body, content: { list: readList(given) } }
  throw new GraphRefusal(131051)
}

function readButtons({ action }: any) {
  const buttons: any[] = (action?.buttons ?? []).map(({ reply }: any) => reply)
  if (buttons.length < 1 || buttons.length > MOST_BUTTONS) throw invalid('buttons: from 1 to 3')
  checkChoices(buttons, TITLE_LIMIT)
  return buttons.map(({ id, title }) => ({ id, title }))
}

function readList({ action }: any) {
  const rows: any[] = (action?.sections ?? []).flatMap((section: any) => section.rows ?? [])
  if (!action?.button || action.button.length > TITLE_LIMIT) throw invalid('action.button')
  if (rows.length < 1 || rows.length > MOST_ROWS) throw invalid('rows: from 1 to 10')
  checkChoices(rows, ROW_TITLE_LIMIT)
  return { button: action.button, rows }
}

function checkChoices(choices: any[], longest: number) {
  if (choices.some((one) => !one?.id || !one.title || one.title.length > longest))
    throw invalid(`each needs an id and a title of at most ${longest} characters`)
  if (new Set(choices.map(({ id }) => id)).size < choices.length) throw invalid('ids: repeated')
}

function readMedia(given: any, stores: Stores, kind: string): Written {
  const { id, link, caption = '', filename = null } = given
  const file = id ? stores.media(String(id)) : linked(link, kind)
  if (!file) throw invalid(`${kind}: no such media`)
  return { body: caption, content: { media: [{ kind, filename, ...file }] } }
}

function linked(link: unknown, kind: string) {
  if (typeof link !== 'string' || !/^https?:\/\//.test(link) || !URL.canParse(link)) return null
  return { url: link, contentType: `${kind === 'document' ? 'application' : kind}/*` }
}

function readLocation({ latitude, longitude, name, address }: any): Written {
  const place = { latitude: Number(latitude), longitude: Number(longitude), name, address }
  if (!Number.isFinite(place.latitude) || !Number.isFinite(place.longitude))
    throw invalid('location')
  return { body: '', content: { location: place } }
}

function readContacts(given: any): Written {
  if (!Array.isArray(given) || given.length === 0) throw missing('contacts')
  const contacts = given.map(({ name, phones = [] }: any) => {
    if (!name?.formatted_name) throw missing('contacts.name.formatted_name')
    return { name: name.formatted_name, phones: phones.map(({ phone }: any) => phone) }
  })
  return { body: '', content: { contacts } }
}

function readReaction({ message_id: to, emoji }: any): Written {
  if (!to) throw missing('reaction.message_id')
  return { body: '', content: { reaction: { to, emoji: emoji || null } } }
}
