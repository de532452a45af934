import type {
  Button,
  ChoiceList,
  ContactCard,
  Media,
  MediaKind,
  MessageContent,
} from '#whatsapp/content'
import type { OutgoingMessage, OutgoingTemplate } from '#whatsapp/gateways/gateway'

/** What the Cloud API takes in one message; lengths in characters. */
export const LIMITS = {
  text: 4096,
  /** Above buttons and lists. */
  body: 1024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
}

type Refused = { refused: 'content_unsupported' | 'text_too_long' }
type Said = { type: string; [kind: string]: unknown }

const UNSUPPORTED: Refused = { refused: 'content_unsupported' }

/** Kinds of files that a text can go under. */
export const CAPTIONED: MediaKind[] = ['image', 'video', 'document']

/** The body of a send; `refused` when WhatsApp has no one message for it. */
export function payloadOf(message: OutgoingMessage): object | Refused {
  const said = whatIsSaid(message)
  if ('refused' in said) return said
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressed(message.to),
    ...said,
    ...(message.repliesTo && { context: { message_id: message.repliesTo } }),
    biz_opaque_callback_data: message.id,
  }
}

/** Whoever hides their number is written to by the id that stands for it. */
const addressed = (to: string) =>
  /^\+?\d+$/.test(to) ? { to: to.replace('+', '') } : { recipient: to }

function whatIsSaid({ body, content = {}, template }: OutgoingMessage): Said | Refused {
  if (template) return templated(template)
  const { buttons, list, media, location, contacts, reaction } = content
  if (reaction)
    return { type: 'reaction', reaction: { message_id: reaction.to, emoji: reaction.emoji ?? '' } }
  if (media?.length) return filed(media, body, content)
  if (location) return body ? UNSUPPORTED : { type: 'location', location }
  if (contacts?.length)
    return body ? UNSUPPORTED : { type: 'contacts', contacts: contacts.map(card) }
  if (buttons?.length) return tappable(body, buttons)
  if (list) return listed(body, list)
  return texted(body)
}

function texted(body: string): Said | Refused {
  if (body.length > LIMITS.text) return { refused: 'text_too_long' }
  return { type: 'text', text: { body, preview_url: false } }
}

function templated({ name, language, variables, payloads }: OutgoingTemplate): Said {
  const parameters = variables.map((text) => ({ type: 'text', text }))
  const body = parameters.length > 0 ? [{ type: 'body', parameters }] : []
  const components = [...body, ...payloads.map(quickReply)]
  return { type: 'template', template: { name, language: { code: language }, components } }
}

const quickReply = (payload: string, index: number) => ({
  type: 'button',
  sub_type: 'quick_reply',
  index: String(index),
  parameters: [{ type: 'payload', payload }],
})

/** A long text keeps its choices, written out: buttons stand under short ones only. */
function tappable(body: string, buttons: Button[]): Said | Refused {
  if (body.length > LIMITS.body) return texted(writtenOut(body, buttons))
  if (buttons.length > LIMITS.buttons || tooLong(buttons, LIMITS.buttonTitle)) return UNSUPPORTED
  const action = { buttons: buttons.map((reply) => ({ type: 'reply', reply })) }
  return { type: 'interactive', interactive: { type: 'button', body: { text: body }, action } }
}

function listed(body: string, { button, rows }: ChoiceList): Said | Refused {
  if (body.length > LIMITS.body) return texted(writtenOut(body, rows))
  const isTooMuch = rows.length > LIMITS.rows || tooLong(rows, LIMITS.rowTitle)
  if (isTooMuch || button.length > LIMITS.buttonTitle) return UNSUPPORTED
  const described = rows.map(({ description, ...row }) => ({
    ...row,
    ...(description && { description: description.slice(0, LIMITS.rowDescription) }),
  }))
  const action = { button, sections: [{ rows: described }] }
  return { type: 'interactive', interactive: { type: 'list', body: { text: body }, action } }
}

function filed([file, ...others]: Media[], body: string, { buttons, list }: MessageContent) {
  const { kind, url, reference, filename } = file
  const isCaptioned = CAPTIONED.includes(kind)
  if (others.length > 0 || buttons || list || (body && !isCaptioned)) return UNSUPPORTED
  if (!url && !reference) return UNSUPPORTED
  if (body.length > LIMITS.body) return { refused: 'text_too_long' } as Refused
  const named = kind === 'document' && filename ? { filename } : {}
  const source = url ? { link: url } : { id: reference }
  return { type: kind, [kind]: { ...source, ...named, ...(body && { caption: body }) } }
}

const card = ({ name, phones }: ContactCard) => ({
  name: { formatted_name: name, first_name: name },
  phones: phones.map((phone) => ({ phone, type: 'CELL' })),
})

const tooLong = (choices: { title: string }[], most: number) =>
  choices.some(({ title }) => title.length > most)

const writtenOut = (body: string, choices: { title: string }[]) =>
  [body, choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n')].join('\n\n')
