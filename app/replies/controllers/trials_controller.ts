import { askBackend } from '#replies/ask_backend'
import { spokenFailure } from '#replies/backend_page'
import ReplyBackend from '#replies/models/reply_backend'
import { trialValidator } from '#replies/validators'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Asks the backend as a person's message would, and tells only who asked. */
export default class TrialsController {
  async store({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { text } = await request.validateUsing(trialValidator)
    const backend = await ReplyBackend.findByOrFail({ sender: params.sender })
    const answer = await askBackend(backend, text)
    if (answer.outcome === 'reply') session.flash('success', `Resposta: ${answer.text}`)
    else session.flash('error', said(`${answer.reason}: ${answer.detail}`))
    return response.redirect().toRoute('settings.replies')
  }
}

const said = (failure: string) =>
  `O serviço ${spokenFailure(failure)}. Confira o endereço e se ele está no ar.`
