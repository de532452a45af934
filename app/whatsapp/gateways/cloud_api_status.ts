import { idOf, listOf, LONGEST, textOf } from '#whatsapp/gateways/cloud_api_reading'
import type { ProviderStatus, StatusReport } from '#whatsapp/gateways/gateway'

const STATUSES: Record<string, ProviderStatus> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One of `statuses[]`; null when it is a status nobody knows, or of no message. */
export function readStatus(given: Record<string, any>): StatusReport | null {
  const status = Object.hasOwn(STATUSES, given.status) ? STATUSES[given.status] : null
  const providerMessageId = idOf(given.id)
  if (!status || !providerMessageId) return null
  const [error] = listOf(given.errors)
  return {
    messageId: uuidOf(given.biz_opaque_callback_data),
    providerMessageId,
    status,
    errorCode: textOf(error?.code, LONGEST.errorCode) || null,
    errorDetail:
      textOf(error?.error_data?.details ?? error?.message ?? error?.title, LONGEST.errorDetail) ||
      null,
  }
}

function uuidOf(value: unknown) {
  const text = textOf(value)
  return UUID.test(text) ? text : null
}
