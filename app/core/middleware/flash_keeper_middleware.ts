import { ReadOnlyValuesStore } from '@adonisjs/session'
import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * The sentence that says what happened is for the page the person goes to. A page that refreshes itself, one fetched
 * ahead, a preview: whatever a script asks for in between leaves it where it is.
 */
export default class FlashKeeperMiddleware {
  handle({ request, session, view }: HttpContext, next: NextFn) {
    if (isForThePerson(request) || session.flashMessages.isEmpty) return next()
    session.reflash()
    view.share({ flashMessages: new ReadOnlyValuesStore({}) })
    return next()
  }
}

function isForThePerson(request: HttpRequest) {
  const isAhead = request.header('x-sec-purpose') === 'prefetch'
  const isRefresh = request.header('x-live-refresh') !== undefined
  return !isAhead && !isRefresh && (request.header('accept') ?? '').includes('text/html')
}
