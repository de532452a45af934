import { classifyFailure, isKnownCode, isPairRate } from '#whatsapp/gateways/cloud_api_errors'
import { secondsToWait } from '#whatsapp/gateways/retry_after'
import type { ClientResponse } from '#whatsapp/gateways/keep_alive_client'
import type { FailureOutcome, SendFailure, SendResult } from '#whatsapp/send_result'

/** The number is being moved or upgraded, for a minute at most. */
const MAINTENANCE = { code: '131057', seconds: 60 }
/** People blocked or reported the number: to go on trying harms it more. */
const SPAM_RATE = { code: '131048', seconds: 60 * 60 }
/** Of code 100: the object of the address, our number, is not there or not ours. */
const NO_SUCH_OBJECT = { code: 100, subcode: 33 }
const DETAIL_LIMIT = 500
/** Statuses that, without a code, speak of the account or the address. */
const SENDER_STATUSES = new Set([401, 403, 404, 405])

export interface GraphError {
  code: string
  /** What it says beyond its title. */
  detail: string | undefined
}

/** The answer's JSON; undefined when it has none. */
export function jsonOf({ body }: ClientResponse): any {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The error an answer carries; null when it carries none that we can read. */
export function graphErrorOf(response: ClientResponse): GraphError | null {
  const error = jsonOf(response)?.error
  if (!error || typeof error.code !== 'number') return null
  const { code, error_subcode: subcode, error_data: data, error_user_msg: said, message } = error
  const isGone = code === NO_SUCH_OBJECT.code && subcode === NO_SUCH_OBJECT.subcode
  const detail = [message, said ?? data?.details].filter(Boolean).join(': ')
  return { code: String(isGone ? subcode : code), detail: detail.slice(0, DETAIL_LIMIT) }
}

/** What Meta answered to a message. */
export function sendResultOf(response: ClientResponse): SendResult {
  const isTaken = response.status >= 200 && response.status < 300
  return isTaken ? taken(response) : refused(response)
}

function taken(response: ClientResponse): SendResult {
  const answer = jsonOf(response)
  const id = answer?.messages?.[0]?.id
  if (!id) return { outcome: 'unconfirmed', code: 'unreadable_answer', detail: 'answer without id' }
  const waId = answer.contacts?.[0]?.wa_id
  return {
    outcome: 'accepted',
    providerMessageId: String(id),
    ...(/^\d{6,16}$/.test(waId ?? '') && { address: `+${waId}` }),
  }
}

/** Meta's own code decides: the same one comes with different statuses. */
function refused(response: ClientResponse): SendFailure {
  const { status, headers } = response
  const error = graphErrorOf(response)
  const code = error?.code ?? `http_${status}`
  const detail = error?.detail
  const outcome = outcomeOf(status, code)
  const asked = secondsToWait(headers['retry-after'])
  if (code === SPAM_RATE.code) return { ...blockedForSpam(asked), detail }
  if (outcome !== 'throttled') return { outcome, code, detail }
  const retryAfter = asked ?? (code === MAINTENANCE.code ? MAINTENANCE.seconds : undefined)
  return { outcome, code, detail, retryAfter, ...(isPairRate(code) && { scope: 'recipient' }) }
}

const blockedForSpam = (asked = 0) => ({
  outcome: 'sender_blocked' as const,
  code: SPAM_RATE.code,
  retryAfter: Math.max(asked, SPAM_RATE.seconds),
})

function outcomeOf(status: number, code: string): FailureOutcome {
  if (isKnownCode(code)) return classifyFailure(code)
  if (status >= 500 || status === 408) return 'unconfirmed'
  if (status === 429) return 'throttled'
  const isBare = code.startsWith('http_')
  return isBare && (status < 400 || SENDER_STATUSES.has(status)) ? 'sender_blocked' : 'rejected'
}
