import type { IncomingMessage } from '#simulator/messages'
import { canonicalNumber } from '#simulator/phone'
import type { Phones } from '#simulator/phones'
import type { Contents } from '#simulator/twilio/contents'
import { TwilioRefusal } from '#simulator/twilio/refusal'
import { writtenContent, type Written } from '#simulator/twilio/written_content'

interface Stores {
  config: { from: string }
  contents: Contents
  phones: Phones
}

interface Addresses {
  to: string
  from: string
  businessNumber: string
  phones: Phones
}

const BODY_LIMIT = 1600
const PREFIX = 'whatsapp:'

/**
 * Reads and checks the form of a create request, in the provider's order.
 *
 * @throws TwilioRefusal with the code of the first thing that is wrong
 */
export function readCreateMessage(
  form: URLSearchParams,
  { config, contents, phones }: Stores
): IncomingMessage {
  const to = form.get('To') ?? ''
  const from = form.get('From') ?? ''
  const phone = checkAddresses(form, { to, from, businessNumber: config.from, phones })
  const written = writtenContent(form, contents) ?? freeText(form)
  const { body, mediaUrls, content, errorCode } = written
  checkContent(written)
  const statusCallback = form.get('StatusCallback')
  if (statusCallback && !isCallable(statusCallback)) throw new TwilioRefusal(21609)
  return { to, from, body, mediaUrls, statusCallback, phone, content, errorCode }
}

function checkAddresses(form: URLSearchParams, { to, from, businessNumber, phones }: Addresses) {
  if (!to) throw new TwilioRefusal(21604)
  // No messaging service was ever set up here.
  if (form.has('MessagingServiceSid')) throw new TwilioRefusal(21701)
  if (!from) throw new TwilioRefusal(21603)
  if (to.startsWith(PREFIX) !== from.startsWith(PREFIX)) throw new TwilioRefusal(21910)
  const phone = phoneOf(to, phones)
  if (!phone) throw new TwilioRefusal(21211, `The 'To' number ${to} is not a valid phone number.`)
  if (!canonicalNumber(from))
    throw new TwilioRefusal(21212, `The 'From' number ${from} is not a valid phone number.`)
  if (from !== PREFIX + businessNumber) throw new TwilioRefusal(63007)
  if (to === from) throw new TwilioRefusal(63031)
  return phone
}

/** A number, or the id of somebody who hides theirs. */
function phoneOf(to: string, phones: Phones) {
  const address = to.replace(PREFIX, '')
  if (!address.startsWith('+')) return phones.ofUser(address)?.number ?? null
  return canonicalNumber(to)
}

const freeText = (form: URLSearchParams): Written => ({
  body: form.get('Body') ?? '',
  mediaUrls: form.getAll('MediaUrl'),
  content: {},
  errorCode: null,
})

function checkContent({ body, mediaUrls, content }: Written) {
  if (!body && mediaUrls.length === 0 && !content.location) throw new TwilioRefusal(21602)
  if (body.length > BODY_LIMIT) throw new TwilioRefusal(21617)
  if (!mediaUrls.every(isCallable)) throw new TwilioRefusal(21620)
}

function isCallable(url: string) {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && !hostname.includes('_')
}
