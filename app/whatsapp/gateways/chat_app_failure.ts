import type { FailureOutcome, SendFailure } from '#whatsapp/send_result'
import { ChatAppRefusal } from '#whatsapp/gateways/chat_app_client'
import { NoTokenError } from '#whatsapp/gateways/chat_app_session'
import { connectionFailure } from '#whatsapp/gateways/connection_failure'

const DETAIL_LIMIT = 500
/** What a `SendResult` holds. */
const LONGEST_CODE = 20

/** They speak of the account, never of one message. */
const ACCOUNT_STATUSES = new Set([401, 402, 403])

/**
 * What an error says about the message. ChatApp documents one code only, so that the HTTP status decides. Without an
 * answer, and after a 5xx, ChatApp may have it.
 */
export function chatAppFailure(error: unknown): SendFailure {
  if (error instanceof NoTokenError) return withoutToken(error.cause)
  if (!(error instanceof ChatAppRefusal)) return connectionFailure(error)
  return refused(error, error.isInvalidToken ? 'sender_blocked' : outcomeOf(error.status))
}

/** The message itself was never on its way. */
function withoutToken(cause: unknown): SendFailure {
  if (!(cause instanceof ChatAppRefusal)) {
    return { ...connectionFailure(cause), outcome: 'not_sent', code: 'unreachable' }
  }
  const outcome = outcomeOf(cause.status)
  if (outcome === 'unconfirmed') return { ...refused(cause, outcome), outcome: 'not_sent' }
  if (outcome === 'throttled') return refused(cause, outcome)
  return { ...refused(cause, 'sender_blocked'), code: 'sign_in_refused' }
}

function refused(refusal: ChatAppRefusal, outcome: FailureOutcome): SendFailure {
  const code = shortCode(refusal)
  const detail = `${refusal.code ?? ''} ${refusal.message}`.trim().slice(0, DETAIL_LIMIT)
  if (outcome !== 'throttled') return { outcome, code, detail }
  return { outcome, code, detail, retryAfter: Number(refusal.retryAfter) || undefined }
}

function shortCode({ code, status }: ChatAppRefusal) {
  return code && code.length <= LONGEST_CODE ? code : `http_${status}`
}

function outcomeOf(status: number): FailureOutcome {
  if (status >= 500 || status === 408) return 'unconfirmed'
  if (status === 429) return 'throttled'
  return ACCOUNT_STATUSES.has(status) ? 'sender_blocked' : 'rejected'
}

/** A code nobody has met yet concerns this message only. */
export function classifyCode(code: string): FailureOutcome {
  if (['ApiInvalidTokenError', 'sign_in_refused', 'not_configured'].includes(code))
    return 'sender_blocked'
  const status = Number(/^http_(\d{3})$/.exec(code)?.[1])
  return status ? outcomeOf(status) : 'rejected'
}
