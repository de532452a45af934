import { reactionValidator } from '#conversations/saying_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { react } from '#conversations/react'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

/** An emoji on a message of the person. */
export default class ReactionsController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { emoji, request_key: page } = await request.validateUsing(reactionValidator)
    const { id, message_id: messageId } = params
    const by = auth.user!
    const requestKey = formRequestKey(by, { request_key: page, id, messageId, emoji })!
    await react(id, { messageId, emoji: emoji ?? null }, { by, requestKey })
    return response.redirect().back()
  }
}
