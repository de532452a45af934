import { Problem } from '#core/problem'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * The control API asks for no password: a page of another site must not be able to post to it from somebody's
 * browser. Browsers send JSON across sites only after asking, and nobody answers that question.
 */
export function jsonOnly({ request }: HttpContext, next: NextFn) {
  const isReading = ['GET', 'HEAD'].includes(request.method())
  if (isReading || request.is(['json'])) return next()
  throw new Problem({
    status: 415,
    code: 'unsupported_media_type',
    message: 'Envie JSON, com "Content-Type: application/json".',
  })
}
