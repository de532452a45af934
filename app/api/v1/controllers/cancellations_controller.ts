import { awaitNotice } from '#api/v1/prefer_wait'
import { freshInterview } from '#api/v1/transformers/interview_json'
import { cancellationValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import type { HttpContext } from '@adonisjs/core/http'

export default class CancellationsController {
  async store(ctx: HttpContext) {
    const { auth, params, request } = ctx
    const interview = await Interview.findOrFail(params.id)
    const { reason = null } = await request.validateUsing(cancellationValidator)
    await interview.cancel({ by: auth.user!, reason })
    await awaitNotice(ctx, interview.id)
    return freshInterview(interview.id)
  }
}
