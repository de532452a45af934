import { waitingCount } from '#conversations/waiting_count'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Every page says how many conversations wait. */
export default class WaitingMiddleware {
  async handle({ auth, request, view }: HttpContext, next: NextFn) {
    if (request.method() !== 'GET' || !auth.user) return next()
    view.share({ waitingConversations: await waitingCount() })
    return next()
  }
}
