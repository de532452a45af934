import { changePasswordValidator } from '#users/validators/person_validator'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * One's own password; other sessions of the account end.
 */
export default class PasswordsController {
  async update({ auth, request, response, session }: HttpContext) {
    const user = auth.user!
    const input = await request.validateUsing(changePasswordValidator)
    await user.confirmPassword(input.current_password)
    await user.changePassword(input.password)
    session.put('credential_mark', user.credentialMark)
    session.flash('success', 'Sua senha mudou. Nos outros aparelhos será preciso entrar de novo.')
    return response.redirect().toRoute('account.edit')
  }
}
