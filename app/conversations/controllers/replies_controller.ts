import { replyValidator } from '#conversations/conversation_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendReply } from '#conversations/send_reply'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

export default class RepliesController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { request_key: page, seen, ...reply } = await request.validateUsing(replyValidator)
    const by = auth.user!
    const requestKey = formRequestKey(by, { request_key: page, id: params.id, ...reply })!
    await sendReply(params.id, reply, { by, requestKey, seen })
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }
}
