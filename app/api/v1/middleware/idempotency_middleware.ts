import IdempotencyKey, { type Answer } from '#api/v1/models/idempotency_key'
import { Problem } from '#core/problem'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { createHash } from 'node:crypto'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Names this request over its repetitions; kept with what it books, for when its answer is lost in a crash. */
    requestKey?: string
  }
}

const PRINTABLE = /^[\x21-\x7e]{1,255}$/

/**
 * `Idempotency-Key`: the first POST with a key acts, every later one is given the same answer. Answers that say "it was
 * our fault" are not kept, so that the next try acts.
 */
export default class IdempotencyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const key = ctx.request.header('idempotency-key')
    if (ctx.request.method() !== 'POST' || key === undefined) return next()
    if (!PRINTABLE.test(key)) throw unreadable()

    const request = { userId: ctx.auth.user!.id, key, requestHash: fingerprint(ctx) }
    const claim = await IdempotencyKey.claim(request)
    if (claim.answer) return replay(claim.answer, ctx)

    ctx.requestKey = `api:${claim.row.id}:${request.requestHash.slice(0, 32)}`
    // What the controller throws is an answer by the time `next` returns.
    await next()
    const answer = answerOf(ctx)
    await (answer.status >= 500 ? claim.row.release() : claim.row.keep(answer))
  }
}

function fingerprint({ request }: HttpContext) {
  const text = [request.method(), request.url(), request.raw() ?? ''].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

function answerOf({ response }: HttpContext): Answer {
  const body = response.getBody()
  return {
    status: response.getStatus(),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    location: (response.getHeader('location') as string | undefined) ?? null,
  }
}

function replay({ status, body, location }: Answer, { response }: HttpContext) {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  response.header('idempotency-replayed', 'true').header('content-type', `${type}; charset=utf-8`)
  if (location) response.header('location', location)
  response.status(status).send(body)
}

const unreadable = () =>
  Problem.invalid(
    'Idempotency-Key',
    'format',
    'Use em Idempotency-Key de 1 a 255 caracteres visíveis, sem espaços nem acentos.'
  )
