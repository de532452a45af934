import User from '#users/models/user'
import { createTokenValidator } from '#users/validators/person_validator'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * One's own tokens, for programs that act in one's name.
 */
export default class AccessTokensController {
  async index({ auth, view }: HttpContext) {
    const tokens = await User.accessTokens.all(auth.user!)
    return view.render('settings/tokens/index', { tokens })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { name } = await request.validateUsing(createTokenValidator)
    const token = await User.accessTokens.create(auth.user!, ['*'], { name })
    session.flash('secret', { label: `Token “${name}”`, value: token.value!.release() })
    return response.redirect().toRoute('settings.tokens')
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    await User.accessTokens.delete(auth.user!, params.id)
    session.flash('success', 'O token foi revogado: quem o usava não entra mais.')
    return response.redirect().toRoute('settings.tokens')
  }
}
