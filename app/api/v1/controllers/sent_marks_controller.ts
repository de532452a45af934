import { messageJson } from '#api/v1/transformers/message_json'
import Message from '#messages/models/message'
import type { HttpContext } from '@adonisjs/core/http'

export default class SentMarksController {
  async store({ params }: HttpContext) {
    const message = await Message.findOrFail(params.id)
    await message.markAsSent()
    return messageJson(await Message.findOrFail(params.id))
  }
}
