import Sender from '#messages/models/sender'
import { reinstate, retire } from '#senders/change_senders'
import { labelOf } from '#senders/sender_words'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** A retired number sends nothing more. */
export default class RetirementsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await retire(sender.name)
    session.flash(
      'success',
      `${labelOf(sender)} não envia mais. O que esperava por ele sai do número padrão.`
    )
    return response.redirect().toRoute('settings.numbers')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await reinstate(sender.name)
    session.flash('success', `${labelOf(sender)} está de volta.`)
    return response.redirect().toRoute('settings.numbers.show', [sender.id])
  }
}
