import { whatsappBanner } from '#settings/whatsapp_banner'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Tells every page what holds the messages up, but the one that says it at length.
 */
export default class WhatsappBannerMiddleware {
  async handle({ auth, request, view }: HttpContext, next: NextFn) {
    if (request.method() !== 'GET' || !auth.user) return next()
    const banner = await whatsappBanner(auth.user)
    view.share({ whatsappBanner: banner?.href === request.url() ? null : banner })
    return next()
  }
}
