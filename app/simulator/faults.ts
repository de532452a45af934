import { setTimeout as wait } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { HungLines } from '#simulator/hung_lines'
import type { Fault, Settings } from '#simulator/settings'

/** How a provider says no. */
export interface Refusing {
  tooMany(): Error
  unauthorized(): Error
  internal(): Error
  withCode(code: number): Error
}

/** A request to create something, and what is needed to spoil it. */
export interface Exchange {
  ctx: HttpContext
  settings: Readonly<Settings>
  lines: HungLines
  /** Creates the message; answers with the body of the answer. */
  accept: () => Promise<object>
  refusing: Refusing
  /** What it answers to what it takes. */
  success: 200 | 201
}

const BAD_GATEWAY =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** What each fault makes of an exchange. Only those that call `accept` create the message. */
const ANSWERS: Record<Fault, (exchange: Exchange) => unknown> = {
  none: answer,
  http_429: ({ ctx, settings, refusing }) => {
    if (settings.retry_after !== null) ctx.response.header('retry-after', settings.retry_after)
    throw refusing.tooMany()
  },
  http_500: serverError,
  http_503_empty: ({ ctx }) => ctx.response.status(503).send(''),
  http_502_html: ({ ctx }) => ctx.response.status(502).type('html').send(BAD_GATEWAY),
  http_401: ({ refusing }) => {
    throw refusing.unauthorized()
  },
  error_code: ({ settings, refusing }) => {
    throw refusing.withCode(settings.error_code)
  },
  hang: neverAnswer,
  reset_before: reset,
  slow: async (exchange) => {
    await wait(exchange.settings.slow_ms)
    return answer(exchange)
  },
  accept_then_hang: (exchange) => exchange.accept().then(() => neverAnswer(exchange)),
  accept_then_reset: (exchange) => exchange.accept().then(() => reset(exchange)),
  accept_then_500: (exchange) => exchange.accept().then(() => serverError(exchange)),
  truncated_201: truncate,
  redirect: ({ ctx }) => ctx.response.redirect().status(307).toPath('/simulator'),
  slow_body: trickle,
}

export function answerWith(fault: Fault, exchange: Exchange) {
  return ANSWERS[fault](exchange)
}

async function answer({ ctx, accept, success }: Exchange) {
  ctx.response.status(success).json(await accept())
}

function serverError({ refusing }: Exchange): never {
  throw refusing.internal()
}

function neverAnswer({ ctx, lines }: Exchange) {
  return lines.keepOpen(ctx.request.request.socket)
}

/** The other side sees ECONNRESET. */
function reset({ ctx }: Exchange) {
  ctx.request.request.socket.resetAndDestroy()
}

async function truncate({ ctx, accept, success }: Exchange) {
  const body = JSON.stringify(await accept())
  const { response } = ctx.response
  response.writeHead(success, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  await new Promise((resolve) => response.write(body.slice(0, body.length / 2), resolve))
  response.socket?.destroy()
}

/** The headers come at once, the end of the body when nobody waits for it any more. */
async function trickle({ ctx, accept, settings, success }: Exchange) {
  const body = JSON.stringify(await accept())
  const { response } = ctx.response
  response.writeHead(success, { 'content-type': 'application/json' })
  await new Promise((resolve) => response.write(body.slice(0, body.length / 2), resolve))
  await wait(settings.slow_ms)
  response.end(body.slice(body.length / 2))
}
