import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A page for one person: search engines, caches and the sites it links to must not learn its address. */
export async function unlisted({ response }: HttpContext, next: NextFn) {
  response.header('x-robots-tag', 'noindex, nofollow')
  response.header('referrer-policy', 'no-referrer')
  response.header('cache-control', 'no-store')
  return next()
}
