import type { Content } from '#simulator/content'
import type { Message } from '#simulator/messages'
import { waId, type Phone } from '#simulator/phone'

const seconds = (ms: number) => Math.floor(ms / 1000)

export const chatIdOf = (phone: Phone) => `${waId(phone)}@c.us`

const chatOf = (phone: Phone) => ({
  id: chatIdOf(phone),
  type: 'private',
  phone: waId(phone),
  name: phone.name,
})

/** A message as callbacks and lists show it. */
export function itemOf(message: Message, phone: Phone, filesUrl: string) {
  const isOurs = message.direction === 'outbound-api'
  const file = fileOf(message.content, filesUrl)
  return {
    id: message.sid,
    internalId: message.sid,
    fromApi: isOurs,
    fromMe: isOurs,
    side: isOurs ? 'out' : 'in',
    time: seconds(message.created_at),
    type: typeOf(message.content),
    chat: chatOf(phone),
    fromUser: isOurs ? null : { id: chatIdOf(phone), name: phone.name, phone: waId(phone) },
    message: {
      text: file ? null : message.body,
      caption: file ? message.body : null,
      file,
    },
  }
}

/** How far a message of the company's came. A failure has an error; what ChatApp calls it is not known. */
export function statusOf(message: Message, phone: Phone, word: string, error: object | null) {
  return {
    id: message.sid,
    type: word,
    time: seconds(Date.now()),
    chat: chatOf(phone),
    fromApp: { id: 'demonstracao', ...(message.tracking && { tracking: message.tracking }) },
    error,
  }
}

function typeOf({ media, location, contacts, reaction, unsupported }: Content) {
  if (media?.[0]) return media[0].kind
  if (location) return 'location'
  if (contacts) return 'contact'
  if (reaction) return 'reaction'
  return unsupported ?? 'text'
}

function fileOf({ media }: Content, filesUrl: string) {
  const [file] = media ?? []
  if (!file) return null
  const link = URL.canParse(file.url) ? file.url : `${filesUrl}/${file.url}`
  return { link, name: file.filename, contentType: file.contentType }
}
