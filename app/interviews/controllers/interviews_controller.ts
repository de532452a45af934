import { bookingPage, editingPage } from '#interviews/booking_page'
import { readBookingForm, readChangesForm } from '#interviews/booking_form'
import { bookInterview } from '#interviews/book_interview'
import { editInterview } from '#interviews/edit_interview'
import { listPage } from '#interviews/interview_list'
import { bookingFormValidator, interviewChangesValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import InterviewEvent from '#interviews/models/interview_event'
import { formRequestKey } from '#interviews/request_key'
import { previewBooking } from '#notifications/interview_preview'
import { whatFollows } from '#notifications/what_follows'
import { interviewPage } from '#reports/interview_page'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class InterviewsController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return view.render('interviews/index', await listPage(request.qs()))
  }

  async create({ bouncer, request, session, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const page = await bookingPage(request.qs(), session.flashMessages.all())
    const preview = await previewBooking(page.draft, page.settings)
    return view.render('interviews/create', { ...page, preview })
  }

  async store({ auth, bouncer, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const data = readBookingForm(request.body())
    const input = await request.validateUsing(bookingFormValidator, { data })
    const requestKey = formRequestKey(auth.user!, request.body())
    const interview = await bookInterview(input, { by: auth.user!, requestKey })
    session.flash('success', `Entrevista agendada. ${await whatFollows(interview)}`)
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }

  async show({ bouncer, params, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return view.render('interviews/show', await interviewPage(params.id))
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return view.render('interviews/edit', await editingPage(params.id))
  }

  async update({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    const data = readChangesForm(request.body())
    const input = await request.validateUsing(interviewChangesValidator, { data })
    const before = await InterviewEvent.latestOf(interview.id)
    await editInterview(interview, input, { by: auth.user! })
    session.flash('success', `Alterações salvas. ${await whatFollows(interview, before)}`)
    if (request.input('stay')) return response.redirect().withQs().back()
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }
}
