import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Pages behind the sign-in: strangers are sent to it and come back to where they wanted to go. What somebody had typed
 * when their session ran out waits for them too.
 */
export default class AuthMiddleware {
  async handle({ auth, request, response, session }: HttpContext, next: NextFn) {
    if (auth.use('web').isAuthenticated) return next()
    if (request.method() === 'GET') session.put('intended_url', request.url(true))
    if (session.flashMessages.has('errorsBag')) session.put('typed', session.flashMessages.all())
    return response.redirect().toRoute('session.create')
  }
}
