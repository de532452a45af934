import { freshInterview } from '#api/v1/transformers/interview_json'
import Interview from '#interviews/models/interview'
import type { HttpContext } from '@adonisjs/core/http'

export default class CompletionsController {
  async store({ auth, params }: HttpContext) {
    const interview = await Interview.findOrFail(params.id)
    await interview.complete({ by: auth.user! })
    return freshInterview(interview.id)
  }
}
