import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Recognises who looks at the page, if anyone has signed in. An account deactivated meanwhile is signed out.
 */
export default class ViewerMiddleware {
  async handle({ auth }: HttpContext, next: NextFn) {
    const guard = auth.use('web')
    if ((await guard.check()) && !guard.user!.isActive) await guard.logout()
    return next()
  }
}
