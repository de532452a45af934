import { awaitMessage } from '#api/v1/prefer_wait'
import { replyTo } from '#api/v1/reply_to'
import { messageJson } from '#api/v1/transformers/message_json'
import { newMessageValidator, threadValidator } from '#api/v1/validators/conversation_validators'
import { messagesOf } from '#conversations/thread'
import { keysetPage } from '#core/keyset_page'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversationMessagesController {
  /** All that was written between the two, newest first. */
  async index({ params, request }: HttpContext) {
    const paging = await request.validateUsing(threadValidator, { data: request.qs() })
    const conversation = await Conversation.findOrFail(params.id)
    const query = messagesOf(conversation)
    const { rows, nextCursor } = await keysetPage(query, {
      by: ['id'],
      descending: true,
      ...paging,
    })
    return { data: rows.map(messageJson), next_cursor: nextCursor }
  }

  /** Writes to the person, now or at `send_at`. */
  async store(ctx: HttpContext) {
    const { auth, params, request, requestKey, response } = ctx
    const input = await request.validateUsing(newMessageValidator)
    const { id } = await replyTo(params.id, input, { by: auth.user!, requestKey })
    if (!input.send_at) await awaitMessage(ctx, id)
    response.header('location', `/api/v1/messages/${id}`)
    return response.created(messageJson(await Message.findOrFail(id)))
  }
}
