import Mention from '#conversations/models/mention'
import { isStorable } from '#database/columns'
import { agendaOf } from '#reports/agenda'
import { needsYou } from '#reports/needs_you'
import CompanySettings from '#settings/models/company_settings'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

export default class TodayController {
  async show({ auth, request, response, session, view }: HttpContext) {
    if (!auth.user!.isRecruiter) {
      session.reflash()
      return response.redirect().toRoute('conversations.index')
    }

    const { timeZone } = await CompanySettings.current()
    const today = DateTime.utc().setZone(timeZone).startOf('day')
    const day = readDay(request.input('day'), today)
    return view.render('today/show', {
      day,
      timeZone,
      now: DateTime.utc(),
      isToday: day.equals(today),
      hours: await agendaOf(day),
      needs: await needsYou(timeZone),
      mentions: await Mention.unseenBy(auth.user!),
    })
  }
}

function readDay(text: unknown, today: DateTime) {
  const day = DateTime.fromISO(String(text ?? ''), { zone: today.zone })
  return isStorable(day) ? day.startOf('day') : today
}
