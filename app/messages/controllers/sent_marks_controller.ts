import Message from '#messages/models/message'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody asked the person and knows that the message arrived. */
export default class SentMarksController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const message = await Message.findOrFail(params.id)
    await message.markAsSent()
    session.flash('success', 'Mensagem marcada como enviada.')
    return response.redirect().back()
  }
}
