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
  authToken: string,
  signal: AbortSignal
): Promise<number | null> {
  // Connection overrides (`#rc=3`) are Twilio's to read: neither sent nor signed.
  const [target] = url.split('#')
  const attempt = () => post(target, form, twilioSignature(authToken, target, form), signal)
  try {
    return await attempt()
  } catch (error) {
    return isConnectionFailure(error) ? attempt().catch(() => null) : null
  }
}

async function post(url: string, form: Form, signature: string, signal: AbortSignal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      'x-twilio-signature': signature,
    },
    body: new URLSearchParams(form).toString(),
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
