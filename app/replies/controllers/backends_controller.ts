import ReplyBackend from '#replies/models/reply_backend'
import { backendValidator } from '#replies/validators'
import AdministrationPolicy from '#users/policies/administration_policy'
import whatsapp from '#whatsapp/services/main'
import type { HttpContext } from '@adonisjs/core/http'

/** Who answers for one of our numbers. */
export default class BackendsController {
  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { sender } = params
    if (!whatsapp.senders.includes(sender)) return response.notFound()
    const input = await request.validateUsing(backendValidator)
    const { mode, timeout_seconds: timeoutSeconds } = input
    const known = await ReplyBackend.findBy({ sender })
    const url = input.url ?? known?.url ?? ''
    const fresh = { failures: 0, restsUntil: null }
    await ReplyBackend.updateOrCreate({ sender }, { mode, url, timeoutSeconds, ...fresh })
    session.flash('success', mode === 'off' ? 'Respostas automáticas desligadas.' : 'Salvo.')
    return response.redirect().toRoute('settings.replies')
  }
}
