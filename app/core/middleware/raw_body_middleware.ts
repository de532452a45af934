import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A message and its parameters. */
const LIMIT_BYTES = 1024 * 1024
/** Batches of Meta's. */
const BATCH_LIMIT_BYTES = 3 * 1024 * 1024
const TAKES_BATCHES = /^\/webhook(s\/whatsapp)?\/?$/

declare module '@adonisjs/core/http' {
  interface HttpRequest {
    /** The exact bytes of a webhook's body: signatures are over bytes, and the body parser trims and rewrites. */
    rawBody?: Buffer
  }
}

/**
 * Drains the body of `/webhooks/*` before the body parser can touch it.
 */
export default class RawBodyMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    if (!/^\/webhooks?(\/|$)/.test(request.url())) return next()

    const limit = TAKES_BATCHES.test(request.url()) ? BATCH_LIMIT_BYTES : LIMIT_BYTES
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request.request) {
      size += chunk.length
      if (size > limit) return response.status(413).send('')
      chunks.push(chunk)
    }
    request.rawBody = Buffer.concat(chunks)
    // The stream is spent: keep the body parser from waiting for it.
    request.request.headers['content-type'] = 'application/x-raw-webhook'
    return next()
  }
}
