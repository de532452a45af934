import { senderByWebhookKey } from '#senders/find_senders'
import { keepChatAppCall } from '#webhooks/chat_app/arrival'
import { envelopesOf } from '#whatsapp/gateways/chat_app_webhook'
import type { HttpContext } from '@adonisjs/core/http'

/** `POST /webhooks/chat_app/:key`. Nothing is signed: whoever does not know the key gets no further. */
export default class ChatAppCallsController {
  async store({ request, response, params }: HttpContext) {
    const sender = senderByWebhookKey('chat_app', params.key)
    if (!sender) return response.notFound('')
    const body = request.rawBody!.toString('utf8')
    // So ChatApp tries an address before it takes it.
    if (body.trim() === '') return response.ok('')
    if (!envelopesOf(body)) return response.badRequest('')
    await keepChatAppCall(sender.name, body)
    return response.ok('')
  }
}
