import { whatsappBanner } from '#settings/whatsapp_banner'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const REMEDY = { href: '/settings/numbers', label: 'Ver o que falta' }

/**
 * Tells every page what holds the messages up; who can mend it also gets the way there.
 */
export default class WhatsappBannerMiddleware {
  async handle({ auth, request, view }: HttpContext, next: NextFn) {
    if (request.method() !== 'GET' || !auth.user) return next()
    const banner = await whatsappBanner()
    view.share({ whatsappBanner: banner && { ...banner, ...(auth.user.isAdmin && REMEDY) } })
    return next()
  }
}
