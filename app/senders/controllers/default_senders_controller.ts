import Sender from '#messages/models/sender'
import { makeDefault } from '#senders/change_senders'
import { labelOf } from '#senders/sender_words'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** The number that notices and reminders leave from. */
export default class DefaultSendersController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await makeDefault(sender.name)
    session.flash(
      'success',
      `Os próximos avisos e lembretes saem de ${labelOf(sender)}. O que já está na fila sai de onde sairia.`
    )
    return response.redirect().toRoute('settings.numbers')
  }
}
