import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Recognises who looks at the page, if anyone has signed in. An account deactivated meanwhile is signed out, and so is
 * a session opened with a password that has changed since.
 */
export default class ViewerMiddleware {
  async handle({ auth, session }: HttpContext, next: NextFn) {
    // `checkUsing` and not the guard's own `check`: only it makes `auth.user` known to pages and policies.
    if (await auth.checkUsing(['web'])) {
      const user = auth.user!
      const mark = session.get('credential_mark', user.credentialMark)
      if (!user.isActive || mark !== user.credentialMark) await auth.use('web').logout()
    }
    return next()
  }
}
