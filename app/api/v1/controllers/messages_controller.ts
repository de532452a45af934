import { messageJson } from '#api/v1/transformers/message_json'
import { messageListValidator } from '#api/v1/validators/list_validators'
import { keysetPage } from '#core/keyset_page'
import Message from '#messages/models/message'
import type { HttpContext } from '@adonisjs/core/http'

export default class MessagesController {
  /** Newest first. */
  async index({ request }: HttpContext) {
    const filters = await request.validateUsing(messageListValidator, { data: request.qs() })
    const { limit, cursor, ...columns } = filters
    const query = Message.query()
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined) query.where(column, value)
    }
    const order = { by: ['id'], descending: true }
    const { rows, nextCursor } = await keysetPage(query, { ...order, limit, cursor })
    return { data: rows.map(messageJson), next_cursor: nextCursor }
  }

  async show({ params }: HttpContext) {
    return messageJson(await Message.findOrFail(params.id))
  }
}
