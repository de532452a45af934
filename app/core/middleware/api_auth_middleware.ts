import { Problem } from '#core/problem'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * `Authorization: Bearer <token>`, or Basic with e-mail and password.
 */
export default class ApiAuthMiddleware {
  async handle({ auth, request, response }: HttpContext, next: NextFn) {
    const scheme = request.header('authorization')?.split(' ')[0].toLowerCase()
    const guard = scheme === 'basic' ? 'basic' : 'api'
    if ((await auth.use(guard).check()) && auth.use(guard).user!.isActive) {
      await auth.authenticateUsing([guard])
      return next()
    }

    response.header('www-authenticate', 'Bearer realm="Convoca", Basic realm="Convoca"')
    throw new Problem({
      status: 401,
      code: 'unauthorized',
      message:
        'Credenciais ausentes ou inválidas. Envie "Authorization: Bearer <token>" ou autenticação Basic.',
    })
  }
}
