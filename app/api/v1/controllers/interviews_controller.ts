import { listedInterviews } from '#api/v1/interview_list'
import { awaitNotice } from '#api/v1/prefer_wait'
import { freshInterview, interviewJson } from '#api/v1/transformers/interview_json'
import { interviewListValidator } from '#api/v1/validators/list_validators'
import { keysetPage } from '#core/keyset_page'
import { bookInterview } from '#interviews/book_interview'
import { editInterview } from '#interviews/edit_interview'
import { bookingValidator, interviewChangesValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import type { HttpContext } from '@adonisjs/core/http'

export default class InterviewsController {
  async index({ request }: HttpContext) {
    const filters = await request.validateUsing(interviewListValidator, { data: request.qs() })
    const { limit, cursor } = filters
    const { timeZone } = await CompanySettings.current()
    const query = listedInterviews(filters, timeZone)
    const { rows, nextCursor } = await keysetPage(query, { by: ['startsAt', 'id'], limit, cursor })
    return { data: rows.map(interviewJson), next_cursor: nextCursor }
  }

  async store(ctx: HttpContext) {
    const { auth, request, requestKey, response } = ctx
    const input = await request.validateUsing(bookingValidator)
    const { id } = await bookInterview(input, { by: auth.user!, requestKey })
    await awaitNotice(ctx, id)
    response.header('location', `/api/v1/interviews/${id}`)
    return response.created(await freshInterview(id))
  }

  async show({ params }: HttpContext) {
    return freshInterview(params.id)
  }

  async update(ctx: HttpContext) {
    const { auth, params, request } = ctx
    const interview = await Interview.findOrFail(params.id)
    const input = await request.validateUsing(interviewChangesValidator)
    await editInterview(interview, input, { by: auth.user! })
    await awaitNotice(ctx, interview.id)
    return freshInterview(interview.id)
  }
}
