import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What programs call; the API's pages for people are not among them. */
const PROGRAMS_ONLY = /^\/(api(?!\/docs(\/|$))|health|metrics)(\/|$)/

/**
 * Programs are answered in JSON whatever they said they accept; errors become problem+json in the exception handler.
 * Comes before routing: addresses nobody answers and bodies nobody can read are refused in JSON too.
 */
export default class ProgramsMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (PROGRAMS_ONLY.test(request.url())) request.request.headers.accept = 'application/json'
    return next()
  }
}
