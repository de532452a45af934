import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { randomBytes } from 'node:crypto'
import type { Refusing } from '#simulator/faults'

/** Codes the simulator answers with, in the provider's words. */
const MESSAGES: Record<number, string> = {
  1: 'API Unknown',
  2: 'API Service',
  4: 'Application request limit reached',
  100: 'Invalid parameter',
  190: 'Invalid OAuth access token',
  368: 'Temporarily blocked for policies violations',
  80007: 'Rate limit issues',
  130429: 'Rate limit hit',
  131000: 'Something went wrong',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131016: 'Service unavailable',
  131021: 'Recipient cannot be sender',
  131026: 'Message undeliverable',
  131031: 'Business Account locked',
  131047: 'Re-engagement message',
  131048: 'Spam rate limit hit',
  131049: 'This message was not delivered to maintain healthy ecosystem engagement',
  131051: 'Unsupported message type',
  131052: 'Media download error',
  131053: 'Media upload error',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  131057: 'Account in maintenance mode',
  132000: 'Template Param Count Mismatch',
  132001: 'Template does not exist',
  132015: 'Template is paused',
  133010: 'Phone number not registered',
}

const STATUSES: Record<number, number> = {
  0: 401,
  1: 500,
  2: 500,
  3: 403,
  4: 429,
  10: 403,
  190: 401,
  368: 403,
  130429: 429,
  131000: 500,
  131005: 403,
  131016: 503,
  131031: 403,
  132001: 404,
  133004: 503,
}

export const refusalTitle = (code: number) => MESSAGES[code] ?? `Error ${code}`

/** What the levers of `faults.ts` answer here. */
export const refusing: Refusing = {
  tooMany: () => new GraphRefusal(130429),
  unauthorized: () => new GraphRefusal(190),
  internal: () => new GraphRefusal(131000),
  withCode: (code) => new GraphRefusal(code),
}

/** An error answer of the Graph API. */
export class GraphRefusal extends Exception {
  readonly speaksForItself = true

  constructor(
    readonly graphCode: number,
    private readonly details = refusalTitle(graphCode),
    private readonly subcode?: number
  ) {
    super(`(#${graphCode}) ${refusalTitle(graphCode)}`, { status: STATUSES[graphCode] ?? 400 })
  }

  handle(_: this, { response }: HttpContext) {
    response.status(this.status).json({
      error: {
        message: this.message,
        type: 'OAuthException',
        code: this.graphCode,
        error_data: { messaging_product: 'whatsapp', details: this.details },
        ...(this.subcode && { error_subcode: this.subcode }),
        fbtrace_id: `A${randomBytes(10).toString('base64url')}`,
      },
    })
  }

  /** Expected: nothing for the log. */
  report() {}
}
