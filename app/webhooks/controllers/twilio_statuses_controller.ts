import { isFromTwilio, keepCall } from '#webhooks/arrival'
import type { HttpContext } from '@adonisjs/core/http'

/** `POST /webhooks/twilio/status?message=<uuid>` */
export default class TwilioStatusesController {
  async store({ request, response }: HttpContext) {
    if (!isFromTwilio(request)) return response.forbidden('')
    await keepCall(request, 'status')
    return response.noContent()
  }
}
