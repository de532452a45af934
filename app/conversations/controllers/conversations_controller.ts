import { openingValidator } from '#conversations/conversation_validators'
import { conversationPage, inboxPage } from '#conversations/conversation_page'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { openConversation } from '#conversations/open_conversation'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** *Conversas* */
export default class ConversationsController {
  async index({ auth, bouncer, request, view }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    return view.render('conversations/index', await inboxPage(request.qs(), auth.user!))
  }

  async show({ auth, bouncer, params, request, view }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    return view.render(
      'conversations/show',
      await conversationPage(params.id, request.qs(), auth.user!)
    )
  }

  /** The thread with a contact, who need not have written yet. */
  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { contact_id: contactId } = await request.validateUsing(openingValidator)
    const { id } = await openConversation(contactId)
    return response.redirect().toRoute('conversations.show', { id })
  }
}
