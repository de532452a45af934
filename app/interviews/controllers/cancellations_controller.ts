import { cancellationValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import { whatFollows } from '#notifications/what_follows'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CancellationsController {
  async store({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { reason = null } = await request.validateUsing(cancellationValidator)
    const interview = await Interview.findOrFail(params.id)
    await interview.cancel({ by: auth.user!, reason })
    session.flash('success', `Entrevista cancelada. ${await whatFollows(interview)}`)
    if (request.input('stay')) return response.redirect().withQs().back()
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }
}
