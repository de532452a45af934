/** As many digits as only a telephone number has: ids have fewer. */
const PHONE_NUMBERS = /\+?\d{10,}/g

const LONGEST_REQUEST_ID = 64

export const withoutNumbers = (text: string) => text.replace(PHONE_NUMBERS, '[number]')

/** Callers may choose it (`X-Request-Id`). */
export const loggedRequestId = (id: string) => withoutNumbers(id.slice(0, LONGEST_REQUEST_ID))

/**
 * An error as the log keeps it. Only what is named here: PostgreSQL adds the row it refused (`detail`), HTTP clients
 * the request they made, and both name people.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return withoutNumbers(String(error))
  const { code, status } = error as { code?: string; status?: number }
  return {
    type: error.constructor.name,
    message: withoutNumbers(error.message),
    stack: withoutNumbers(error.stack ?? ''),
    code,
    status,
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  }
}

type LogArguments = [object: unknown, message?: string, ...values: unknown[]]

/** The arguments of a logger's method, with nobody's number in the sentence. An error alone speaks for itself. */
export function loggedArguments([object, message, ...values]: LogArguments): LogArguments {
  if (typeof object === 'string') return [withoutNumbers(object), message, ...values]
  const sentence = message ?? (object instanceof Error ? object.message : undefined)
  const subject = object instanceof Error ? { err: object } : object
  return sentence === undefined ? [subject] : [subject, withoutNumbers(sentence), ...values]
}
