import { Problem } from '#core/problem'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import RecruitingPolicy from '#users/policies/recruiting_policy'

/**
 * Interviews, contacts and their messages are for those who recruit.
 */
export default class RecruitingMiddleware {
  async handle({ auth }: HttpContext, next: NextFn) {
    if (new RecruitingPolicy().work(auth.user!)) return next()
    throw new Problem({
      status: 403,
      code: 'forbidden',
      message: 'Seu papel não permite esta ação. Peça a um administrador.',
    })
  }
}
