import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CalendarController {
  async show({ bouncer, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { timeZone } = await CompanySettings.current()
    return view.render('interviews/calendar', { timeZone })
  }
}
