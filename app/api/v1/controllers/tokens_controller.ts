import { newTokenValidator } from '#api/v1/validators/token_validator'
import { instant } from '#api/v1/transformers/instant'
import User from '#users/models/user'
import { signIn } from '#users/sign_in'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

const DEFAULT_NAME = 'API'

export default class TokensController {
  async store({ request, response }: HttpContext) {
    const { email, password, name = DEFAULT_NAME } = await request.validateUsing(newTokenValidator)
    const user = await signIn(email, password, { from: request.ip() })
    const token = await User.accessTokens.create(user, ['*'], { name })
    return response.created({
      token: token.value!.release(),
      expires_at: token.expiresAt && instant(DateTime.fromJSDate(token.expiresAt)),
    })
  }

  /** With Basic there is no token to revoke. */
  async destroy({ auth, response }: HttpContext) {
    const token = auth.use('api').user?.currentAccessToken
    if (token) await User.accessTokens.delete(auth.user!, token.identifier)
    return response.noContent()
  }
}
