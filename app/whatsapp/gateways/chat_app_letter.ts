import type { ChatAppMessenger } from '#whatsapp/gateways/chat_app_settings'
import type { OutgoingMessage } from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'

/** Where below a chat a message is posted, and what. */
export interface ChatAppLetter {
  kind: 'text' | 'file' | 'template'
  body: object
}

/** `tracking` comes back with every status. */
export function letterOf(
  { id, body, content, template }: OutgoingMessage,
  messenger: ChatAppMessenger
): ChatAppLetter | SendResult {
  if (template?.providerTemplateId && messenger === 'caWhatsApp') {
    const { providerTemplateId, variables } = template
    return {
      kind: 'template',
      body: { template: { id: providerTemplateId, params: variables }, tracking: id },
    }
  }
  const { media = [], ...rest } = content ?? {}
  if (Object.keys(rest).length > 0) return { outcome: 'rejected', code: 'not_by_chat_app' }
  const [file, ...others] = media
  if (!file) return { kind: 'text', body: { text: body, tracking: id } }
  if (others.length > 0) return { outcome: 'rejected', code: 'one_file_only' }
  if (!file.url) return { outcome: 'rejected', code: 'file_without_address' }
  const fileName = file.filename ?? undefined
  return { kind: 'file', body: { file: file.url, fileName, caption: body, tracking: id } }
}
