import type { MessageContent } from '#whatsapp/content'
import type { Capabilities } from '#whatsapp/gateways/gateway'

interface Draft {
  body: string
  content?: MessageContent | null
}

/**
 * Whether the text of a message would be lost on its way: a place has none, and some providers drop what is written under some
 * files. It goes before, as a message of its own, for one row is one message on the wire: were both sent for one row, nobody
 * could say which of them failed.
 */
export function isTextLost({ body, content }: Draft, { captions }: Pick<Capabilities, 'captions'>) {
  if (!body || !content) return false
  if (content.location) return true
  return Boolean(captions && content.media?.some(({ kind }) => !captions.includes(kind)))
}
