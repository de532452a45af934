import Answer from '#answers/models/answer'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody of the team has read what a candidate asked for. */
export default class SightsController {
  async store({ auth, bouncer, params, response }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const answer = await Answer.findOrFail(params.id)
    await answer.markSeen({ by: auth.user! })
    return response.redirect().back()
  }
}
