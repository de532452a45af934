import type { SendFailure, FailureOutcome } from '#whatsapp/send_result'
import { connectionFailure } from '#whatsapp/gateways/connection_failure'
import { secondsToWait } from '#whatsapp/gateways/retry_after'
import { classifyFailure, isKnownCode } from '#whatsapp/gateways/twilio_errors'

/** The SDK's `RestException` and `TwilioServiceException`, with what our request client adds. */
interface TwilioAnswer {
  status: number
  message: string
  code?: number
  retryAfter?: string
}

const DETAIL_LIMIT = 500

/** Statuses that speak of the account or the address, never of one message. */
const SENDER_STATUSES = new Set([401, 403, 404, 405])

/**
 * What an error thrown by the SDK says about the message. Without an answer, and after a 5xx, Twilio may have it.
 */
export function twilioFailure(error: unknown): SendFailure {
  if (!isAnswer(error)) return connectionFailure(error)
  const code = error.code ? String(error.code) : `http_${error.status}`
  const detail = error.message?.slice(0, DETAIL_LIMIT)
  const outcome = outcomeOf(error.status, code)
  if (outcome !== 'throttled') return { outcome, code, detail }
  return { outcome, code, detail, retryAfter: secondsToWait(error.retryAfter) }
}

function isAnswer(error: unknown): error is TwilioAnswer {
  return error instanceof Error && typeof (error as Partial<TwilioAnswer>).status === 'number'
}

function outcomeOf(status: number, code: string): FailureOutcome {
  if (status >= 500 || status === 408) return 'unconfirmed'
  if (status === 429) return 'throttled'
  if (isKnownCode(code)) return classifyFailure(code)
  return status < 400 || SENDER_STATUSES.has(status) ? 'sender_blocked' : 'rejected'
}
