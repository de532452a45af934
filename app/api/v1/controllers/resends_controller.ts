import { awaitMessage } from '#api/v1/prefer_wait'
import { messageJson } from '#api/v1/transformers/message_json'
import Message from '#messages/models/message'
import type { HttpContext } from '@adonisjs/core/http'

export default class ResendsController {
  /** Another try is another message. */
  async store(ctx: HttpContext) {
    const message = await Message.findOrFail(ctx.params.id)
    const { id } = await message.resend()
    await awaitMessage(ctx, id)
    ctx.response.header('location', `/api/v1/messages/${id}`)
    return ctx.response.created(messageJson(await Message.findOrFail(id)))
  }
}
