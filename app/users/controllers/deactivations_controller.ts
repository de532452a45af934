import User from '#users/models/user'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class DeactivationsController {
  async store({ auth, bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const person = await User.findOrFail(params.id)
    await person.deactivate({ by: auth.user! })
    session.flash('success', `${person.firstName} não entra mais, e seus tokens foram revogados.`)
    return response.redirect().toRoute('settings.people')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const person = await User.findOrFail(params.id)
    await person.reactivate()
    session.flash('success', `${person.firstName} pode entrar de novo, com a senha de antes.`)
    return response.redirect().toRoute('settings.people')
  }
}
