import type Message from '#messages/models/message'
import type { OutgoingMessage } from '#whatsapp/gateways/gateway'

/** The row as it goes to the wire. */
export const outgoing = ({ uuid, address, body, content, facts }: Message): OutgoingMessage => ({
  id: uuid,
  to: address,
  body,
  ...(content && { content }),
  ...(facts?.repliesTo ? { repliesTo: facts.repliesTo as string } : {}),
})
