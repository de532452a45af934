import { mediaLink } from '#core/media_link'
import type Message from '#messages/models/message'
import type { MessageContent } from '#whatsapp/content'
import type { OutgoingMessage } from '#whatsapp/gateways/gateway'

/** The row as it goes to the wire. */
export const outgoing = ({ uuid, address, body, content, facts }: Message): OutgoingMessage => ({
  id: uuid,
  to: address,
  body,
  ...(content && { content: withLinks(content) }),
  ...(facts?.repliesTo ? { repliesTo: facts.repliesTo as string } : {}),
})

/** Providers fetch our files themselves. */
const withLinks = ({ media, ...content }: MessageContent): MessageContent => ({
  ...content,
  ...(media && {
    media: media.map((one) => (one.file ? { ...one, url: mediaLink(one.file) } : one)),
  }),
})
