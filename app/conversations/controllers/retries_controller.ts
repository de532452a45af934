import ConversationPolicy from '#conversations/policies/conversation_policy'
import { findIn } from '#conversations/thread'
import type { HttpContext } from '@adonisjs/core/http'

/** *Tentar de novo* */
export default class RetriesController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const message = await findIn(params.id, params.message_id)
    await bouncer.with(ConversationPolicy).authorize('retry', message)
    await message.resend()
    session.flash('success', 'A mensagem volta para a fila e sai agora.')
    return response.redirect().back()
  }
}
