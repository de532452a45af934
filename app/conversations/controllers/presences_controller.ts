import ConversationPolicy from '#conversations/policies/conversation_policy'
import { presenceValidator } from '#conversations/teamwork_validators'
import { tell } from '#core/live'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Who has a conversation open says so every few seconds; whoever else has it open hears it and forgets it by itself.
 * Nothing is kept: any process may answer.
 */
export default class PresencesController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { state } = await request.validateUsing(presenceValidator)
    const { id, firstName } = auth.user!
    tell(`conversations/${params.id}/presence`, { id, name: firstName, state })
    return response.noContent()
  }
}
