import { updateAccountValidator } from '#users/validators/person_validator'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * One's own account.
 */
export default class AccountsController {
  edit({ view }: HttpContext) {
    return view.render('account/edit')
  }

  async update({ auth, request, response, session }: HttpContext) {
    const { full_name: fullName } = await request.validateUsing(updateAccountValidator)
    await auth.user!.merge({ fullName }).save()
    session.flash('success', 'Seu nome foi salvo.')
    return response.redirect().toRoute('account.edit')
  }
}
