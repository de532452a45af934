import { calendarEvents, rangeValidator } from '#interviews/calendar_events'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CalendarEventsController {
  async index({ bouncer, request }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return calendarEvents(await rangeValidator.validate(request.qs()))
  }
}
