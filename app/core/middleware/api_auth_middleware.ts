import { Problem } from '#core/problem'
import { limitGuesses } from '#users/sign_in'
import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * `Authorization: Bearer <token>`, or Basic with e-mail and password.
 */
export default class ApiAuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const user = await this.#identify(ctx).catch((error) => {
      throw error instanceof errors.E_UNAUTHORIZED_ACCESS ? this.#refusal(ctx) : error
    })
    if (!user.isActive) throw this.#refusal(ctx)
    return next()
  }

  /** Basic carries a password with every request: guessing it is limited as at the sign-in. */
  async #identify({ auth, request }: HttpContext) {
    const [scheme, credentials = ''] = (request.header('authorization') ?? '').split(' ')
    if (scheme.toLowerCase() !== 'basic') return auth.authenticateUsing(['api'])
    const [email] = Buffer.from(credentials, 'base64').toString().split(':')
    return limitGuesses({ email, from: request.ip() }, () => auth.authenticateUsing(['basic']))
  }

  #refusal({ response }: HttpContext) {
    response.header('www-authenticate', 'Bearer realm="Convoca", Basic realm="Convoca"')
    return new Problem({
      status: 401,
      code: 'unauthorized',
      message:
        'Credenciais ausentes ou inválidas. Envie "Authorization: Bearer <token>" ou autenticação Basic.',
    })
  }
}
