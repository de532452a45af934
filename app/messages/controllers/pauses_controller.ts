import Sender from '#messages/models/sender'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** A paused sender takes nothing new; what is in the air arrives. */
export default class PausesController {
  async store({ auth, bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await sender.pause({ by: auth.user! })
    session.flash('success', 'Envios pausados. As mensagens esperam até alguém retomar.')
    return response.redirect().toRoute('queue')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await sender.resume()
    session.flash('success', 'Envios retomados. O que esperava começa a sair agora.')
    return response.redirect().toRoute('queue')
  }
}
