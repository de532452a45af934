import { isFromMeta, isOurToken, keepBatch } from '#webhooks/cloud_api/arrival'
import type { HttpContext } from '@adonisjs/core/http'

/** `/webhooks/whatsapp`, also `/webhook` */
export default class CloudApiController {
  /** Meta asks whether this address is ours: the challenge comes back as it is, for who knows the token only. */
  show({ request, response }: HttpContext) {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.qs()
    if (mode !== 'subscribe' || !isOurToken(token) || typeof challenge !== 'string')
      return response.forbidden('')
    return response.header('content-type', 'text/plain; charset=utf-8').send(challenge)
  }

  async store({ request, response }: HttpContext) {
    if (!isFromMeta(request)) return response.forbidden('')
    const isForUs = await keepBatch(request)
    return response.json({ status: isForUs ? 'ok' : 'ignored' })
  }
}
