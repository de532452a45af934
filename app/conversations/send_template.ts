import { askWhenAnswered } from '#conversations/double_answer'
import { claimReply, writeReply, type Sent } from '#conversations/send_reply'
import { previewOf, templateChoices } from '#conversations/template_choices'
import { WHY_NOT } from '#conversations/composer'
import Contact from '#contacts/models/contact'
import { Problem } from '#core/problem'
import { planAsTwin } from '#messages/approved_wording'
import Conversation from '#messages/models/conversation'
import { TWIN_LIMIT } from '#templates/approval/twin_rules'
import db from '@adonisjs/lucid/services/db'

interface Picked {
  /** The id of the approved text. */
  template: number
  text?: string | null
}

/**
 * Writes to the person with an approved template, in or out of the window. Null when this very request was heeded already.
 * @throws Problem 422 on `template` or `text` for what cannot be sent, 409 when a colleague answered since
 */
export async function sendTemplate(conversationId: number, picked: Picked, sent: Sent) {
  const conversation = await Conversation.findOrFail(conversationId)
  const contact = await Contact.findOrFail(conversation.contactId)
  const choices = await templateChoices(conversation, contact, sent.by)
  const choice = choices.find(({ twin }) => twin.id === picked.template)
  if (!choice) throw Problem.invalid('template', 'approved', NOT_APPROVED)
  const text = (choice.hasText && picked.text) || ''
  if (choice.hasText && !text) throw Problem.invalid('text', 'required', MISSING)
  if (text && previewOf(choice, text).length > TWIN_LIMIT - 1) {
    throw Problem.invalid('text', 'maxLength', TOO_LONG)
  }
  const worded = planAsTwin(choice.twin, { ...choice.values, message_text: text })
  return db.transaction(async (trx) => {
    const { writing, ...claimed } = await claimReply(conversationId, trx)
    if (writing === 'declined' || writing === 'unreachable' || writing === 'retired') {
      throw Problem.invalid('text', writing, WHY_NOT[writing])
    }
    await askWhenAnswered(claimed.conversation, sent, trx)
    return writeReply(claimed, worded, sent, trx)
  })
}

const NOT_APPROVED = 'Este modelo não está mais aprovado. Escolha outro.'
const MISSING = 'Escreva o recado que vai no modelo.'
const TOO_LONG = `Com o modelo em volta, o recado passa de ${TWIN_LIMIT} caracteres. Encurte-o.`
