import Interview from '#interviews/models/interview'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CompletionsController {
  async store({ auth, bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    await interview.complete({ by: auth.user! })
    session.flash('success', 'Entrevista marcada como realizada.')
    return response.redirect().back()
  }
}
