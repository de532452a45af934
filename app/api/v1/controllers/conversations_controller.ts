import { describedConversation } from '#api/v1/conversation_thread'
import { conversationJson } from '#api/v1/transformers/conversation_json'
import { conversationListValidator } from '#api/v1/validators/conversation_validators'
import { keysetPage } from '#core/keyset_page'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversationsController {
  /** The latest activity first. */
  async index({ request }: HttpContext) {
    const filters = await request.validateUsing(conversationListValidator, { data: request.qs() })
    const { limit, cursor, ...columns } = filters
    const query = Conversation.query().preload('contact')
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined) query.where(column, value)
    }
    const order = { by: ['lastActivityAt', 'id'], descending: true }
    const { rows, nextCursor } = await keysetPage(query, { ...order, limit, cursor })
    return { data: rows.map(conversationJson), next_cursor: nextCursor }
  }

  async show({ params }: HttpContext) {
    return conversationJson(await describedConversation(params.id))
  }
}
