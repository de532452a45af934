import { createHmac } from 'node:crypto'

/**
 * `X-Twilio-Signature`: HMAC-SHA1, in base64, over the URL followed by every parameter's name and value, sorted by name.
 */
export function twilioSignature(authToken: string, url: string, form: Record<string, string>) {
  const parameters = Object.keys(form)
    .sort()
    .map((name) => name + form[name])
  return createHmac('sha1', authToken)
    .update(url + parameters.join(''), 'utf8')
    .digest('base64')
}
