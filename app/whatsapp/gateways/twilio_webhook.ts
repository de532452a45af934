import { createHash, timingSafeEqual } from 'node:crypto'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { ProviderStatus, StatusReport } from '#whatsapp/gateways/gateway'
import { textOf } from '#whatsapp/gateways/twilio_form'

export interface SignedCall {
  authToken: string
  /** As Twilio called it: the configured public origin, then path and query untouched. */
  url: string
  /** The exact bytes: a trimmed space or a dropped empty field breaks the signature. */
  rawBody: Buffer | string
  /** Header `X-Twilio-Signature`. */
  signature: string | undefined
}

const STATUSES: Record<string, ProviderStatus> = {
  queued: 'accepted',
  sending: 'accepted',
  accepted: 'accepted',
  scheduled: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
}

/** What the columns hold: SQLite would take more, PostgreSQL refuses the row. */
const LONGEST = { providerMessageId: 200, errorCode: 20, errorDetail: 500 }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether Twilio itself, or who knows its auth token, made this call. Never throws. */
export function verifySignature({ authToken, url, rawBody, signature }: SignedCall): boolean {
  if (!authToken || !signature || !URL.canParse(url)) return false
  const bodyHash = new URL(url).searchParams.get('bodySHA256')
  if (bodyHash === null) return validateRequest(authToken, signature, url, formOf(rawBody))
  return isHashOf(bodyHash, rawBody) && validateRequest(authToken, signature, url, {})
}

/** A status callback; null when it is something else or a status nobody knows. `query` is the callback address's. */
export function parseStatus(params: URLSearchParams, query: URLSearchParams): StatusReport | null {
  const status = reduceStatus(params.get('MessageStatus') ?? '')
  const providerMessageId = textOf(params, 'MessageSid', LONGEST.providerMessageId)
  if (!status || !providerMessageId) return null
  return {
    messageId: uuidOf(query.get('message')),
    providerMessageId,
    status,
    errorCode: textOf(params, 'ErrorCode', LONGEST.errorCode) || null,
    errorDetail:
      textOf(params, 'ErrorMessage', LONGEST.errorDetail) ||
      textOf(params, 'ChannelStatusMessage', LONGEST.errorDetail) ||
      null,
  }
}

/** Twilio's word for the life of a message, in ours; undefined for one of inbound messages or of the future. */
export function reduceStatus(status: string): ProviderStatus | undefined {
  return Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined
}

function formOf(rawBody: Buffer | string) {
  const form = new URLSearchParams(rawBody.toString())
  return Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)]))
}

function isHashOf(hash: string, rawBody: Buffer | string) {
  const expected = Buffer.from(createHash('sha256').update(rawBody).digest('hex'))
  const given = Buffer.from(hash)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function uuidOf(value: string | null) {
  return value && UUID.test(value) ? value : null
}
