import User from '#users/models/user'
import AdministrationPolicy from '#users/policies/administration_policy'
import { temporaryPassword } from '#users/temporary_password'
import { resetPasswordValidator } from '#users/validators/person_validator'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Somebody forgot: an admin hands out a new password, and every session opened with the old one ends.
 */
export default class TemporaryPasswordsController {
  async store({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const person = await User.findOrFail(params.id)
    const input = await request.validateUsing(resetPasswordValidator)
    const password = input.password ?? temporaryPassword()
    await person.changePassword(password)
    session.flash('success', `A senha de ${person.firstName} mudou. Entregue a nova.`)
    session.flash('secret', { label: `Senha temporária de ${person.fullName}`, value: password })
    return response.redirect().toRoute('settings.people')
  }
}
