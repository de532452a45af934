import { snoozeValidator } from '#conversations/conversation_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { snoozeUntil } from '#conversations/snooze_until'
import { friendlyTime } from '#core/friendly_time'
import Conversation from '#messages/models/conversation'
import CompanySettings from '#settings/models/company_settings'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

export default class SnoozesController {
  async store({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { snooze, until } = await request.validateUsing(snoozeValidator)
    const { timeZone: zone } = await CompanySettings.current()
    const moment = snoozeUntil(snooze, until, DateTime.utc().setZone(zone))
    await Conversation.change(params.id, (conversation) => conversation.snooze(moment))
    const when = friendlyTime(moment, { zone })
    session.flash('success', `Adiada: volta ${when}, ou antes se a pessoa escrever.`)
    return response.redirect().back()
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    await Conversation.change(params.id, (conversation) => conversation.reopen())
    session.flash('success', 'A conversa está aberta.')
    return response.redirect().back()
  }
}
