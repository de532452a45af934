import { readRowId } from '#core/row_id'
import { readBookingForm } from '#interviews/booking_form'
import { findConflicts } from '#interviews/interview_conflicts'
import { InterviewDraft } from '#interviews/interview_draft'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Who would have to be in two places at once, as one types. */
export default class ConflictsController {
  async create({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const fields = readBookingForm(request.body())
    const draft = await InterviewDraft.read(fields, await CompanySettings.current())
    return view.render('interviews/parts/conflicts', {
      zone: draft.interview.timeZone,
      conflicts: await findConflicts(
        draft.slot(readRowId(request.input('interview_id')) ?? undefined)
      ),
    })
  }
}
