import { AUTH_TOKEN, PUBLIC_URL } from '#benchmarks/webhooks/server_process'
import { randomBytes } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

/** A request as undici takes it. */
export interface Call {
  path: string
  method: 'POST'
  headers: Record<string, string>
  body: string
}

/** What Twilio posts when a message of ours moves on, signed as Twilio signs. */
export function statusCallback(
  uuid: string,
  sid: string,
  status: string,
  token = AUTH_TOKEN
): Call {
  const path = `/webhooks/twilio/status?message=${uuid}`
  const params = {
    AccountSid: `AC${'0'.repeat(32)}`,
    ApiVersion: '2010-04-01',
    From: 'whatsapp:+14155238886',
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: 'whatsapp:+5511900000001',
  }
  return {
    path,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(token, PUBLIC_URL + path, params),
    },
    body: new URLSearchParams(params).toString(),
  }
}

export const newSid = () => `SM${randomBytes(16).toString('hex')}`
