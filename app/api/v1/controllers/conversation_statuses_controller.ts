import { changeStatus } from '#api/v1/change_status'
import { describedConversation } from '#api/v1/conversation_thread'
import { conversationJson } from '#api/v1/transformers/conversation_json'
import { statusValidator } from '#api/v1/validators/conversation_validators'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversationStatusesController {
  async update({ params, request }: HttpContext) {
    const { status, snoozed_until: until } = await request.validateUsing(statusValidator)
    await changeStatus(params.id, status, until)
    return conversationJson(await describedConversation(params.id))
  }
}
