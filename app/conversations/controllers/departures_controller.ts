import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendScheduledNow } from '#conversations/schedule_reply'
import type { HttpContext } from '@adonisjs/core/http'

/** *Enviar agora* */
export default class DeparturesController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    await sendScheduledNow(params.id, params.message_id)
    session.flash('success', 'A mensagem sai agora.')
    return response.redirect().back()
  }
}
