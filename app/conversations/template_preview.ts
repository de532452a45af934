import { previewOf, templateChoices, type TemplateChoice } from '#conversations/template_choices'
import Conversation from '#messages/models/conversation'
import type User from '#users/models/user'

/** Stands where the agent's own words will. */
const YOUR_WORDS = '(o seu recado)'

/** What each text would say, without a choice; with one, that text alone. */
export async function templatePreview(
  conversationId: number,
  { template, text }: { template?: unknown; text?: unknown },
  user: User
) {
  const conversation = await Conversation.query()
    .where('id', conversationId)
    .preload('contact')
    .firstOrFail()
  const choices = await templateChoices(conversation, conversation.contact, user)
  const chosen = choices.filter(({ twin }) => String(twin.id) === String(template))
  return previewsOf(chosen.length > 0 ? chosen : choices, text)
}

export const previewsOf = (choices: TemplateChoice[], text: unknown) =>
  choices.map((choice) => ({
    label: choice.label,
    body: previewOf(choice, typeof text === 'string' && text.trim() ? text : YOUR_WORDS),
  }))
