import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { Refusing } from '#simulator/faults'

/** An error answer of ChatApp's. But for the first, its codes are not documented: these are ours. */
const REFUSALS = {
  ApiInvalidTokenError: { status: 401, message: 'Invalid Token' },
  ApiTooManyError: { status: 429, message: 'Too many requests' },
  ApiInternalError: { status: 500, message: 'Internal error' },
  ApiNotFoundError: { status: 404, message: 'Not found' },
  ApiValidationError: { status: 400, message: 'Validation error' },
  ApiCallbackError: { status: 400, message: 'The URL must answer 2xx to an empty POST' },
}

export type ChatAppCode = keyof typeof REFUSALS

export class ChatAppRefusal extends Exception {
  readonly speaksForItself = true

  constructor(
    readonly chatAppCode: ChatAppCode,
    message = REFUSALS[chatAppCode].message
  ) {
    super(message, { status: REFUSALS[chatAppCode].status })
  }

  handle(_: this, { response }: HttpContext) {
    const error = { code: this.chatAppCode, message: this.message }
    response.status(this.status).json({ success: false, error })
  }

  /** Expected: nothing for the log. */
  report() {}
}

/** What the levers of `faults.ts` answer here. */
export const refusing: Refusing = {
  tooMany: () => new ChatAppRefusal('ApiTooManyError'),
  unauthorized: () => new ChatAppRefusal('ApiInvalidTokenError'),
  internal: () => new ChatAppRefusal('ApiInternalError'),
  withCode: (code) => new ChatAppRefusal('ApiValidationError', `Error ${code}`),
}
