import Interview from '#interviews/models/interview'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Whether the candidate may choose another date without us. */
export default class MovePermissionsController {
  async store(ctx: HttpContext) {
    return this.#let(true, ctx)
  }

  async destroy(ctx: HttpContext) {
    return this.#let(false, ctx)
  }

  async #let(may: boolean, { auth, bouncer, params, response }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    await interview.letCandidateMove(may, { by: auth.user! })
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }
}
