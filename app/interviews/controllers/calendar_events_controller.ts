import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CalendarEventsController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return view.render('interviews/calendar')
  }
}
