import { appUrl } from '#config/app'
import env from '#start/env'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

type Params = Record<string, string>

const secret = () => env.get('TWILIO_AUTH_TOKEN')!.release()

/** Calls us as Twilio does, signed with the account's token unless another is given. */
export async function twilioCalls(path: string, params: Params, token = secret()) {
  const url = appUrl + path
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(token, url, params),
    },
    body: new URLSearchParams(params).toString(),
  })
}

export const aSid = (n: number) => `SM${String(n).padStart(32, '0')}`

/** What Twilio says about a message; `message` is our id, which travels in the address. */
export const statusCall = (sid: string, status: string, message?: string, more: Params = {}) =>
  twilioCalls(`/webhooks/twilio/status${message ? `?message=${message}` : ''}`, {
    AccountSid: env.get('TWILIO_ACCOUNT_SID')!,
    MessageSid: sid,
    MessageStatus: status,
    ...more,
  })

/** What a person writes. */
export const inboundCall = (sid: string, text: string, more: Params = {}) =>
  twilioCalls('/webhooks/twilio/messages', {
    MessageSid: sid,
    SmsStatus: 'received',
    From: 'whatsapp:+5511900000001',
    To: 'whatsapp:+14155238886',
    ProfileName: 'Ana',
    Body: text,
    NumMedia: '0',
    ...more,
  })
