import { attendanceValidator } from '#replies/validators'
import CompanySettings from '#settings/models/company_settings'
import { windowsOf } from '#settings/week_rows'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** When the team answers, and what is said while it does not. */
export default class AttendancesController {
  async update({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const input = await request.validateUsing(attendanceValidator)
    const settings = await CompanySettings.current()
    const attendance = windowsOf(input.windows)
    await settings.merge({ attendance, offHoursText: input.off_hours_text || null }).save()
    session.flash('success', 'Horário de atendimento salvo.')
    return response.redirect().toRoute('settings.replies')
  }
}
