import type { Asking } from '#answers/reply_texts'
import type { Wording } from '#messages/message_subject'
import { TEXT_ABOVE_CHOICES, type MessageContent } from '#whatsapp/content'
import type { Capabilities } from '#whatsapp/gateways/gateway'

/** An answer with choices to tap, and how to choose where they cannot be shown. */
export interface Offer extends Asking {
  content: Pick<MessageContent, 'buttons' | 'list'>
}

/** The person has just written: nothing but the provider's means decides. */
export function worded(offer: Offer, capabilities: Capabilities): Wording {
  const { text, byTyping, content } = offer
  return canShow(offer, capabilities)
    ? { body: text, content: { ...content, byTyping } }
    : { body: `${text}\n\n${byTyping}`, content: null }
}

function canShow(
  { text, content }: Offer,
  { buttons, choiceList }: Pick<Capabilities, 'buttons' | 'choiceList'>
) {
  if (text.length > TEXT_ABOVE_CHOICES) return false
  return content.list ? choiceList : content.buttons!.length <= buttons
}
