import { refusalTitle } from '#simulator/cloud_api/refusal'
import type { Change } from '#simulator/journey'
import type { Message } from '#simulator/messages'
import { userIdOf } from '#simulator/phone'

const SECOND = 1000

/** One of `statuses[]`. */
export function statusValue(message: Message, change: Change) {
  const { status, error_code: code } = change
  const category = message.content.template ? 'utility' : 'service'
  const pricing = { billable: category === 'utility', pricing_model: 'PMP', category }
  return {
    id: message.sid,
    status: status === 'undelivered' ? 'failed' : status,
    timestamp: String(Math.floor(Date.now() / SECOND)),
    recipient_id: message.recipient,
    recipient_user_id: userIdOf(message.phone),
    ...(message.tracking && { biz_opaque_callback_data: message.tracking }),
    ...(status === 'sent' && { pricing: { ...pricing, type: 'regular' } }),
    ...(code !== null && { errors: [errorOf(code)] }),
  }
}

function errorOf(code: number) {
  const title = refusalTitle(code)
  return {
    code,
    title,
    message: title,
    error_data: { details: title },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  }
}
