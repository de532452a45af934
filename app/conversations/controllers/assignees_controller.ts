import { assigneeValidator } from '#conversations/conversation_validators'
import { namesOf } from '#conversations/people'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

export default class AssigneesController {
  async update({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { assignee_id: id } = await request.validateUsing(assigneeValidator)
    await Conversation.change(params.id, (conversation) => conversation.assign(id))
    session.flash('success', await said(id, auth.user!.id))
    return response.redirect().back()
  }
}

async function said(id: number | null, own: number) {
  if (id === null) return 'A conversa está sem responsável: qualquer pessoa da equipe pode assumir.'
  if (id === own) return 'A conversa é sua.'
  return `A conversa fica com ${(await namesOf([id])).get(id)}.`
}
