import { appUrl } from '#config/app'
import { senderByNumber, sendersOf } from '#senders/find_senders'
import type { SenderEntry } from '#senders/sender_directory'
import { verifySignature } from '#whatsapp/gateways/twilio_webhook'
import whatsapp from '#whatsapp/services/main'
import type { HttpRequest } from '@adonisjs/core/http'

/** However many accounts nobody knows are named to us, the database is not asked more often about them. */
const LOOK_AGAIN_MS = 1000
let lookedAt = -LOOK_AGAIN_MS

/**
 * Which of our senders a call of Twilio's is about; null: it is not Twilio's. The signature is over the public address we
 * gave it, never over what a proxy made of it, and over the bytes of the body. Asked before anything else is done.
 */
export async function recogniseTwilio(request: HttpRequest, kind: 'status' | 'message') {
  const rawBody = request.rawBody!.toString('utf8')
  const params = new URLSearchParams(rawBody)
  const account = params.get('AccountSid')
  await meet(account)
  const signers = signersOf(request, rawBody, account)
  const ours = params.get(kind === 'status' ? 'From' : 'To') ?? ''
  const named = senderByNumber('twilio', ours)
  return (signers.find(({ name }) => name === named?.name) ?? signers[0])?.name ?? null
}

/** Another process may just have been told of the account. */
async function meet(account: string | null) {
  if (!account || accountsNamed(account).length > 0) return
  if (performance.now() - lookedAt < LOOK_AGAIN_MS) return
  lookedAt = performance.now()
  await whatsapp.refresh()
}

const accountsNamed = (account: string | null) =>
  sendersOf('twilio').filter(({ settings }) => settings.account_sid === account)

/** Whose token made the signature. The account the body names only says which to try: a forged one opens nothing. */
function signersOf(request: HttpRequest, rawBody: string, accountSid: string | null) {
  const call = {
    rawBody,
    url: appUrl + request.url(true),
    signature: request.header('x-twilio-signature') ?? '',
  }
  const named = accountsNamed(accountSid)
  const fits = new Map<string, boolean>()
  const isSigner = ({ settings: { auth_token: authToken } }: SenderEntry<'twilio'>) => {
    if (!fits.has(authToken)) fits.set(authToken, verifySignature({ ...call, authToken }))
    return fits.get(authToken)
  }
  return (named.length > 0 ? named : sendersOf('twilio')).filter(isSigner)
}
