import { addressWith } from '#core/pages/addresses'
import { findContacts } from '#contacts/find_contacts'
import { bookingChoices } from '#interviews/booking_choices'
import {
  blankValues,
  bookingValues,
  readBookingForm,
  readChangesForm,
} from '#interviews/booking_form'
import { bookInterview } from '#interviews/book_interview'
import { editInterview } from '#interviews/edit_interview'
import { filterChoices, interviewsPage } from '#interviews/interview_list'
import { isLatestFirst, periodOf, readFilters } from '#interviews/interview_filters'
import { InterviewDraft } from '#interviews/interview_draft'
import { bookingFormValidator, interviewChangesValidator } from '#interviews/interview_validator'
import Interview from '#interviews/models/interview'
import InterviewEvent from '#interviews/models/interview_event'
import Message from '#messages/models/message'
import { previewBooking } from '#notifications/interview_preview'
import { whatFollows } from '#notifications/what_follows'
import { interviewTimeline } from '#reports/interview_timeline'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

export default class InterviewsController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { timeZone } = await CompanySettings.current()
    const filters = await readFilters(request.qs())
    return view.render('interviews/index', {
      filters,
      period: periodOf(filters),
      isLatestFirst: isLatestFirst(filters),
      isFiltered: Object.keys(filters).some((name) => !['cursor', 'sort'].includes(name)),
      choices: await filterChoices(),
      page: await interviewsPage(filters, timeZone),
      hereWith: (changes: object) => addressWith('/interviews', filters, changes),
      exportHref: addressWith('/interviews/export', filters, { cursor: null }),
    })
  }

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
      values: blankValues(request.only(['scheduled_date', 'scheduled_time']), settings),
      choices: await bookingChoices(),
      matches: search ? await findContacts(search) : [],
      preview: await previewBooking(draft, settings),
    })
  }

  async store({ auth, bouncer, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const input = await request.validateUsing(bookingFormValidator, {
      data: readBookingForm(request.body()),
    })
    const interview = await bookInterview(input, { by: auth.user! })
    session.flash('success', `Entrevista agendada. ${await whatFollows(interview)}`)
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }

  async show({ bouncer, params, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.query()
      .where('id', params.id)
      .preload('candidate')
      .preload('jobOpening')
      .preload('round')
      .preload('interviewers')
      .firstOrFail()
    return view.render('interviews/show', {
      interview,
      candidate: interview.candidate,
      timeline: (await interviewTimeline(interview)).toReversed(),
      notice: await Message.newestNotice(interview.id),
      now: DateTime.utc(),
      settings: await CompanySettings.current(),
    })
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
      values: bookingValues(interview),
      choices: await bookingChoices(interview),
    })
  }

  async update({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const interview = await Interview.findOrFail(params.id)
    const input = await request.validateUsing(interviewChangesValidator, {
      data: readChangesForm(request.body()),
    })
    const before = await InterviewEvent.latestOf(interview.id)
    await editInterview(interview, input, { by: auth.user! })
    session.flash('success', `Alterações salvas. ${await whatFollows(interview, before)}`)
    if (request.input('stay')) return response.redirect().withQs().back()
    return response.redirect().toRoute('interviews.show', { id: interview.id })
  }
}
