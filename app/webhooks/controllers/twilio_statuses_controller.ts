import { keepCall } from '#webhooks/arrival'
import { recogniseTwilio } from '#webhooks/twilio/recognise'
import type { HttpContext } from '@adonisjs/core/http'

/** `POST /webhooks/twilio/status?message=<uuid>` */
export default class TwilioStatusesController {
  async store({ request, response }: HttpContext) {
    const sender = await recogniseTwilio(request, 'status')
    if (!sender) return response.forbidden('')
    await keepCall(request, 'status', sender)
    return response.noContent()
  }
}
