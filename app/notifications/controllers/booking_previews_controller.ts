import { readBookingForm } from '#interviews/booking_form'
import { InterviewDraft } from '#interviews/interview_draft'
import { previewBooking } from '#notifications/interview_preview'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** The message of a booking, as one types. */
export default class BookingPreviewsController {
  async create({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const settings = await CompanySettings.current()
    const draft = await InterviewDraft.read(readBookingForm(request.body()), settings)
    return view.render('interviews/parts/preview', {
      draft,
      settings,
      preview: await previewBooking(draft, settings),
    })
  }
}
