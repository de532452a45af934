import { signIn } from '#users/sign_in'
import { signInValidator } from '#users/validators/session_validator'
import type { HttpContext } from '@adonisjs/core/http'

export default class SessionsController {
  create({ view }: HttpContext) {
    return view.render('session/create')
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { email, password } = await request.validateUsing(signInValidator)
    const user = await signIn(email, password, { from: request.ip() })
    await auth.use('web').login(user)
    session.put('credential_mark', user.credentialMark)
    session.flash(session.pull('typed', {}))
    return response.redirect().toPath(session.pull('intended_url', '/'))
  }

  async destroy({ auth, response, session }: HttpContext) {
    await auth.use('web').logout()
    session.flash('success', 'Você saiu. Até logo!')
    return response.redirect().toRoute('session.create')
  }
}
