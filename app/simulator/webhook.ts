import type { Settings } from '#simulator/settings'
import { leaving } from '#simulator/spoiled_call'
import { twilioSignature } from '#simulator/twilio/signature'

/** Twilio gives a webhook fifteen seconds. */
const BUDGET_MS = 15_000

export type Form = Record<string, string>

/**
 * Posts a signed form. Answers with the HTTP status, or null when nobody answered: a failed connection is tried once
 * more, a slow one is not.
 */
export async function postWebhook(
  url: string,
  form: Form,
  { authToken, way }: { authToken: string; way: Settings['signature'] },
  signal: AbortSignal
): Promise<number | null> {
  // Connection overrides (`#rc=3`) are Twilio's to read: neither sent nor signed.
  const [target] = url.split('#')
  const call = leaving(way, {
    body: new URLSearchParams(form).toString(),
    sign: (secret) => twilioSignature(secret, target, form),
    secret: authToken,
    addition: '&Altered=1',
  })
  const attempt = () => post(target, call, signal)
  try {
    return await attempt()
  } catch (error) {
    return isConnectionFailure(error) ? attempt().catch(() => null) : null
  }
}

async function post(
  url: string,
  { body, signature }: ReturnType<typeof leaving>,
  signal: AbortSignal
) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      ...(signature !== null && { 'x-twilio-signature': signature }),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]),
  })
  await response.arrayBuffer()
  return response.status
}

/** `fetch` reports these as a TypeError; running out of time is an AbortError or a TimeoutError. */
function isConnectionFailure(error: unknown) {
  return error instanceof TypeError
}
