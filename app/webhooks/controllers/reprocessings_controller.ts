import { reprocess } from '#webhooks/process_call'
import { verdictOf } from '#webhooks/call_words'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Understands a stored call again: what it says twice happens once. */
export default class ReprocessingsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const call = await reprocess(params.id)
    if (call.processedAt) session.flash('success', `Reprocessada: ${verdictOf(call).text}.`)
    else session.flash('error', 'O processamento falhou de novo. O erro está no log da aplicação.')
    return response.redirect().toRoute('settings.webhook_calls.show', { id: call.id })
  }
}
