import Message from '#messages/models/message'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class ResendsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const message = await Message.findOrFail(params.id)
    await message.resend()
    session.flash('success', 'A mensagem volta para a fila e sai agora.')
    return response.redirect().back()
  }
}
