import { senderLimitValidator } from '#messages/validators/sender_limit_validator'
import Sender from '#messages/models/sender'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class SenderLimitsController {
  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    const { messages_per_second: limit } = await request.validateUsing(senderLimitValidator)
    await sender.limitTo(limit)
    session.flash('success', `Limite salvo: no máximo ${limit} por segundo a partir de agora.`)
    return response.redirect().toRoute('queue')
  }
}
