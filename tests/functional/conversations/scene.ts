import type Contact from '#contacts/models/contact'
import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import { aCandidate, arrived, NOW } from '#tests/scene'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import type { DateTime } from 'luxon'

let written = 0

/** Somebody writes what only a person can answer. */
export async function hears(
  contact: Contact,
  body: string,
  { at, ...more }: Partial<InboundMessage> & { at?: DateTime } = {}
) {
  const said = { from: contact.phone!, body, profileName: null, ...more }
  written += 1
  return receiveInbound(
    { providerMessageId: `SM said ${written}`, ...said },
    { ...arrived(), at: at ?? NOW }
  )
}

/** A conversation that waits for us, with its person. */
export async function aConversation(attributes = {}, body = 'Posso levar meu cachorro?') {
  const contact = await aCandidate(attributes)
  await hears(contact, body)
  const conversation = await Conversation.findByOrFail({ contactId: contact.id })
  return { contact, conversation, path: `/conversations/${conversation.id}` }
}

/** As if the sandbox were a number of the company's own; answers with the way back. */
export function withOwnNumbers() {
  const { capabilities } = whatsapp.use()
  capabilities.freeTextAnytime = false
  return () => void (capabilities.freeTextAnytime = true)
}
