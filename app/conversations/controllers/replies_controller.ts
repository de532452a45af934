import { attachedFile, keepAttached } from '#conversations/attached_file'
import { replyValidator } from '#conversations/conversation_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendReply } from '#conversations/send_reply'
import { formRequestKey } from '#interviews/request_key'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

export default class RepliesController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const file = attachedFile(request)
    const data = { ...request.body(), file: file?.clientName }
    const {
      request_key: page,
      seen,
      ...reply
    } = await request.validateUsing(replyValidator, { data })
    const by = auth.user!
    const fields = { request_key: page, id: params.id, size: file?.size, ...reply }
    const requestKey = formRequestKey(by, fields)!
    const { sender } = await Conversation.findOrFail(params.id)
    const media = file && (await keepAttached(file, { by, sender }))
    await sendReply(params.id, { ...reply, media }, { by, requestKey, seen })
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }
}
