import type Message from '#messages/models/message'
import type TemplateTwin from '#templates/models/template_twin'
import type { OutgoingMessage, OutgoingTemplate } from '#whatsapp/gateways/gateway'

type Row = Pick<
  Message,
  'uuid' | 'address' | 'body' | 'content' | 'facts' | 'interviewId' | 'revision' | 'twinWording'
>

/** The row as it goes to the wire, as the approved template `twin` if it has to. */
export const outgoing = (message: Row, twin: TemplateTwin | null = null): OutgoingMessage => ({
  id: message.uuid,
  to: message.address,
  body: message.body,
  ...(twin && { template: templateOf(message, twin) }),
  ...(!twin && message.content && { content: message.content }),
  ...(message.facts?.repliesTo ? { repliesTo: message.facts.repliesTo as string } : {}),
})

const templateOf = (message: Row, twin: TemplateTwin): OutgoingTemplate => ({
  name: twin.name,
  language: twin.language,
  providerTemplateId: twin.providerTemplateId,
  variables: message.twinWording!.variables,
  payloads: twin.buttons.map(({ id }) => payloadOf(id, message)),
})

/** Names the interview as the person knows it, where it is about one. */
const payloadOf = (id: string, { interviewId, revision }: Row) =>
  interviewId && revision ? `${id}:${interviewId}:${revision}` : id
