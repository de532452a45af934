import { currentTwin } from '#templates/approval/current_twin'
import type { DerivedTwin } from '#templates/approval/derive_twin'
import TemplateTwin from '#templates/models/template_twin'
import type Contact from '#contacts/models/contact'
import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import { aCandidate, arrived, NOW } from '#tests/scene'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

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

/** The text *Mensagem da equipe*, as the provider has approved it. */
export async function approvedTeamMessage() {
  const twin = (await currentTwin('team_message', 'pt-BR')) as DerivedTwin
  return TemplateTwin.create({
    ...twin,
    sender: 'twilio',
    templateKey: 'team_message',
    locale: 'pt-BR',
    version: 1,
    name: 'convoca_team_message_v1',
    language: 'pt_BR',
    state: 'approved',
    providerTemplateId: 'HXteam',
    submittedAt: DateTime.utc(),
  })
}
