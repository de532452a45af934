import { openLink } from '#answers/link_page'
import { moveInterview } from '#answers/move_interview'
import { isStorable } from '#database/columns'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

export default class MovesController {
  async store({ params, request, response, session, view }: HttpContext) {
    const opened = await openLink(params.token)
    if (!opened) return response.status(404).send(await view.render('answers/expired'))
    const startsAt = DateTime.fromISO(String(request.input('starts_at') ?? ''), { zone: 'utc' })
    const isChosen = isStorable(startsAt)
    session.flash('answered', isChosen ? await moveInterview(opened, startsAt) : 'missing')
    return response.redirect().toRoute('answers.links.show', { token: params.token })
  }
}
