import { mediaLink } from '#core/media_link'
import type Message from '#messages/models/message'
import type TemplateTwin from '#templates/models/template_twin'
import type { MessageContent } from '#whatsapp/content'
import type { OutgoingMessage, OutgoingTemplate } from '#whatsapp/gateways/gateway'

/** The row as it goes to the wire, as the approved template `twin` if it has to. */
export function outgoing(message: Message, twin: TemplateTwin | null = null): OutgoingMessage {
  const { uuid, address, body, content, facts } = message
  return {
    id: uuid,
    to: address,
    body,
    ...(twin
      ? { template: templateOf(message, twin) }
      : content && { content: withLinks(content) }),
    ...(facts?.repliesTo ? { repliesTo: facts.repliesTo as string } : {}),
  }
}

/** The buttons stand in the template; the row says what each of them means. */
const templateOf = ({ content, twinWording }: Message, twin: TemplateTwin): OutgoingTemplate => ({
  name: twin.name,
  language: twin.language,
  providerTemplateId: twin.providerTemplateId,
  variables: twinWording!.variables,
  payloads: content?.buttons?.map(({ id }) => id) ?? [],
})

/** Providers fetch our files themselves. */
const withLinks = ({ media, ...content }: MessageContent): MessageContent => ({
  ...content,
  ...(media && {
    media: media.map((one) => (one.file ? { ...one, url: mediaLink(one.file) } : one)),
  }),
})
