import ConversationPolicy from '#conversations/policies/conversation_policy'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

export default class ResolutionsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    await Conversation.change(params.id, (conversation) => conversation.resolve())
    session.flash('success', 'Resolvida. Se a pessoa escrever, a conversa se abre de novo.')
    const action = `/conversations/${params.id}/resolution?_method=DELETE`
    session.flash('undo', { action, label: 'Desfazer' })
    return response.redirect().back()
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    await Conversation.change(params.id, (conversation) => conversation.reopen())
    session.flash('success', 'A conversa está aberta.')
    return response.redirect().back()
  }
}
