import { keepCall } from '#webhooks/arrival'
import { recogniseTwilio } from '#webhooks/twilio/recognise'
import type { HttpContext } from '@adonisjs/core/http'

/** Anything else in the body would reach the person as an answer. */
const NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** `POST /webhooks/twilio/messages` */
export default class TwilioMessagesController {
  async store({ request, response }: HttpContext) {
    const sender = await recogniseTwilio(request, 'message')
    if (!sender) return response.forbidden('')
    await keepCall(request, 'message', sender)
    return response.header('content-type', 'text/xml').send(NO_REPLY)
  }
}
