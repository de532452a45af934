import type { MediaSource } from '#whatsapp/gateways/gateway'
import type { TwilioSettings } from '#whatsapp/gateways/twilio_settings'

const API_HOST = 'api.twilio.com'
/** Where Twilio redirects to; which of them serves a file of WhatsApp has not been seen on a live account. */
const STORES = ['.twilio.com', '.twiliocdn.com', 's3-external-1.amazonaws.com']

/** Throws for an address that is not Twilio's: it would be given our credentials. */
export function twilioMediaSource(
  reference: string,
  { accountSid, authToken, baseUrl }: TwilioSettings
): MediaSource {
  const { protocol, host } = new URL(reference)
  const api = new URL(baseUrl ?? `https://${API_HOST}`)
  if (protocol !== api.protocol || host !== api.host)
    throw new Error(`${host} is not where Twilio keeps files`)
  const credentials = Buffer.from(`${accountSid}:${authToken?.release()}`).toString('base64')
  return {
    url: reference,
    headers: { authorization: `Basic ${credentials}` },
    hosts: baseUrl ? [host] : [API_HOST, ...STORES],
  }
}
