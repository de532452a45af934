import Contact from '#contacts/models/contact'
import { bookingChoices } from '#interviews/booking_choices'
import { readBookingForm, readChangesForm } from '#interviews/booking_form'
import { bookInterview } from '#interviews/book_interview'
import { editInterview } from '#interviews/edit_interview'
import { InterviewDraft } from '#interviews/interview_draft'
import { bookingValidator, interviewChangesValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import { previewBooking } from '#notifications/interview_preview'
import { whatFollows } from '#notifications/what_follows'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class InterviewsController {
  async create({ bouncer, request, session, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const settings = await CompanySettings.current()
    const sent = { ...request.qs(), ...session.flashMessages.all() }
    const draft = await InterviewDraft.read(sent, settings)
    const search: string = request.input('candidate_search', '')

    return view.render('interviews/create', {
      settings,
      search,
      draft,
      choices: await bookingChoices(),
      matches: search ? await Contact.findMatching(search) : [],
      preview: await previewBooking(draft, settings),
    })
  }

  async store({ auth, bouncer, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const input = await bookingValidator.validate(readBookingForm(request.body()))
    const interview = await bookInterview(input, { by: auth.user! })
    session.flash('success', `Entrevista agendada. ${await whatFollows(interview)}`)
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.query()
      .where('id', params.id)
      .preload('candidate')
      .preload('interviewers')
      .firstOrFail()
    const settings = await CompanySettings.current()
    return view.render('interviews/edit', {
      interview,
      settings,
      choices: await bookingChoices(interview),
    })
  }

  async update({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    const input = await interviewChangesValidator.validate(readChangesForm(request.body()))
    await editInterview(interview, input, { by: auth.user! })
    session.flash('success', `Alterações salvas. ${await whatFollows(interview)}`)
    if (request.input('stay')) return response.redirect().back()
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }
}
