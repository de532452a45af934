import { Exception } from '@adonisjs/core/exceptions'

export interface FieldError {
  field: string
  rule: string
  message: string
}

interface ProblemOptions {
  status: number
  /** Stable machine name, for instance `interview_is_cancelled`; the last part of the problem's `type`. */
  code: string
  /** What is wrong and the way out, in Portuguese. */
  message: string
  errors?: FieldError[]
  /** Further members of the problem, for instance the id of the contact that has the number already. */
  extensions?: Record<string, unknown>
}

/**
 * A refusal the person or program can act on: problem+json (RFC 9457) for the API, a flash message for pages.
 */
export class Problem extends Exception {
  readonly errors: FieldError[]
  readonly extensions: Record<string, unknown>

  constructor({ status, code, message, errors = [], extensions = {} }: ProblemOptions) {
    super(message, { status, code })
    this.errors = errors
    this.extensions = extensions
  }

  /** What validation found. */
  static invalidFields(errors: FieldError[]) {
    return new Problem({
      status: 422,
      code: 'validation_failed',
      message: 'Confira os campos indicados; nada foi salvo.',
      errors: errors.map(({ field, rule, message }) => ({ field, rule, message })),
    })
  }

  /** A field was understood but cannot be accepted. */
  static invalid(field: string, rule: string, message: string) {
    return new Problem({
      status: 422,
      code: 'validation_failed',
      message,
      errors: [{ field, rule, message }],
    })
  }

  /** The request contradicts what is there. */
  static conflict(code: string, message: string, extensions = {}) {
    return new Problem({ status: 409, code, message, extensions })
  }

  /** The document of RFC 9457. */
  toDocument() {
    const { status, code, message: detail, errors, extensions } = this
    const title = code!.replaceAll('_', ' ')
    const fields = errors.length > 0 && { errors }
    return { ...extensions, type: `/problems/${code}`, title, status, detail, ...fields }
  }
}
