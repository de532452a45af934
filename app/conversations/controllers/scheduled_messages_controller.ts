import ConversationPolicy from '#conversations/policies/conversation_policy'
import { cancelScheduled, scheduleReply } from '#conversations/schedule_reply'
import { scheduledMoment } from '#conversations/scheduled_moment'
import { scheduleValidator } from '#conversations/teamwork_validators'
import { friendlyTime } from '#core/friendly_time'
import { formRequestKey } from '#interviews/request_key'
import CompanySettings from '#settings/models/company_settings'
import type { HttpContext } from '@adonisjs/core/http'

/** Replies that wait for their hour. */
export default class ScheduledMessagesController {
  async store({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const fields = await request.validateUsing(scheduleValidator)
    const { timeZone: zone } = await CompanySettings.current()
    const sendAt = scheduledMoment(fields.send_date, fields.send_time, zone)
    const by = auth.user!
    const requestKey = formRequestKey(by, { ...fields, id: params.id })!
    await scheduleReply(params.id, { text: fields.text, sendAt, zone }, { by, requestKey })
    const when = friendlyTime(sendAt, { zone })
    session.flash('success', `Agendada: sai ${when}, a não ser que a pessoa escreva antes.`)
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    await cancelScheduled(params.id, params.message_id)
    session.flash('success', 'O envio foi cancelado.')
    return response.redirect().back()
  }
}
