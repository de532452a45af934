import type { Message } from '#simulator/messages'
import { refusalMessage } from '#simulator/twilio/refusal'
import { DateTime } from 'luxon'

export const API_VERSION = '2010-04-01'

const rfc2822 = (at: number | null) =>
  at === null ? null : DateTime.fromMillis(at, { zone: 'utc' }).toRFC2822()

/** A message as the REST API shows it; counts are strings there. */
export function messageResource(message: Message, accountSid: string) {
  const path = `/${API_VERSION}/Accounts/${accountSid}/Messages/${message.sid}`
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    body: message.body,
    date_created: rfc2822(message.created_at),
    date_sent: rfc2822(message.sent_at),
    date_updated: rfc2822(message.updated_at),
    direction: message.direction,
    error_code: message.error_code,
    error_message: message.error_code === null ? null : refusalMessage(message.error_code),
    from: message.sender,
    messaging_service_sid: null,
    num_media: String(message.media_urls.length),
    num_segments: '1',
    price: null,
    price_unit: null,
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.recipient,
    uri: `${path}.json`,
  }
}
