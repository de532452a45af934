import { Problem } from '#core/problem'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import AdministrationPolicy from '#users/policies/administration_policy'

/**
 * Our numbers and what opens them are for administrators.
 */
export default class AdministrationMiddleware {
  async handle({ auth }: HttpContext, next: NextFn) {
    if (new AdministrationPolicy().administer(auth.user!)) return next()
    throw new Problem({
      status: 403,
      code: 'forbidden',
      message: 'Só administradores fazem isto. Peça a um deles.',
    })
  }
}
