import Interview from '#interviews/models/interview'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConfirmationsController {
  async store({ auth, bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    await interview.confirm({ by: auth.user! })
    session.flash('success', 'Presença confirmada.')
    return response.redirect().back()
  }
}
