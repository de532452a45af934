import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Recognises who looks at the page, if anyone has signed in. An account deactivated meanwhile is signed out.
 */
export default class ViewerMiddleware {
  async handle({ auth }: HttpContext, next: NextFn) {
    // `checkUsing` and not the guard's own `check`: only it makes `auth.user` known to pages and policies.
    const isKnown = await auth.checkUsing(['web'])
    if (isKnown && !auth.user!.isActive) await auth.use('web').logout()
    return next()
  }
}
