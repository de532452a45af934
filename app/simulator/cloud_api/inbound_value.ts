import { waId, userIdOf, type Phone } from '#simulator/phone'
import type { Message } from '#simulator/messages'

const SECOND = 1000

/** `contacts` and `messages` of what a person sent; `answered` is the company's message it is about. */
export function inboundValue(message: Message, phone: Phone, answered: Message | null) {
  const userId = userIdOf(phone.number)
  const isHidden = phone.hides_number
  return {
    contacts: [
      { profile: { name: phone.name }, ...(!isHidden && { wa_id: waId(phone) }), user_id: userId },
    ],
    messages: [
      {
        ...(!isHidden && { from: waId(phone) }),
        from_user_id: userId,
        id: message.sid,
        timestamp: String(Math.floor(message.created_at / SECOND)),
        ...(answered && { context: { from: answered.sender, id: answered.sid } }),
        ...kindOf(message, answered),
      },
    ],
  }
}

/** What the network says when somebody goes on with another number. */
export const renumberedValue = (id: string, phone: Phone, former: Phone) => ({
  messages: [
    {
      from: waId(former),
      id,
      timestamp: String(Math.floor(Date.now() / SECOND)),
      type: 'system',
      system: {
        type: 'user_changed_number',
        wa_id: waId(phone),
        body: `${former.number} → ${phone.number}`,
      },
    },
  ],
})

/** `type`, and what is under its name. */
function kindOf({ body, content }: Message, answered: Message | null): object {
  const { chosen, media, location, contacts, reaction, unsupported } = content
  if (chosen?.kind === 'button' && answered?.content.template)
    return { type: 'button', button: { payload: chosen.id, text: chosen.title } }
  if (chosen) return { type: 'interactive', interactive: choiceOf(chosen) }
  if (media?.length) return mediaOf(media[0], body)
  if (location) return { type: 'location', location }
  if (contacts) return { type: 'contacts', contacts: contacts.map(cardOf) }
  if (reaction) return { type: 'reaction', reaction: reactionOf(reaction) }
  if (unsupported) return unsupportedOf(unsupported)
  return { type: 'text', text: { body } }
}

type Content = Message['content']

function choiceOf({ kind, ...reply }: NonNullable<Content['chosen']>) {
  const { id, title } = reply
  return kind === 'button'
    ? { type: 'button_reply', button_reply: { id, title } }
    : { type: 'list_reply', list_reply: reply }
}

/** The file's id is the end of its address. */
function mediaOf(
  { kind, contentType, filename, url }: NonNullable<Content['media']>[0],
  caption: string
) {
  const id = url.split('/').at(-1)
  const file = { mime_type: contentType, sha256: '', id, ...(filename && { filename }) }
  return { type: kind, [kind]: { ...file, ...(caption && { caption }) } }
}

const cardOf = ({ name, phones }: NonNullable<Content['contacts']>[0]) => ({
  name: { formatted_name: name },
  phones: phones.map((phone) => ({ phone, wa_id: phone.replace(/\D/g, ''), type: 'CELL' })),
})

const reactionOf = ({ to, emoji }: NonNullable<Content['reaction']>) => ({
  message_id: to,
  ...(emoji && { emoji }),
})

const unsupportedOf = (type: string) => ({
  type: 'unsupported',
  unsupported: { type },
  errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }],
})
