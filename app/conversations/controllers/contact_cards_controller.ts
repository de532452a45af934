import { contactCardValidator } from '#conversations/saying_validators'
import { readCard } from '#conversations/read_card'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendReply } from '#conversations/send_reply'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

/** Whom the person may call, to be kept in their phone. */
export default class ContactCardsController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const data = await request.validateUsing(contactCardValidator)
    const card = readCard({ name: data.card_name, phones: [data.card_phone] }, () => 'card_phone')
    const by = auth.user!
    const requestKey = formRequestKey(by, { ...data, id: params.id })!
    await sendReply(params.id, { contacts: [card] }, { by, requestKey, seen: data.seen })
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }
}
