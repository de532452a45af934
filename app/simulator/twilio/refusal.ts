import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { Refusing } from '#simulator/faults'

/** Codes the simulator answers with, in the provider's words. */
const MESSAGES: Record<number, string> = {
  20001: 'Invalid parameter',
  20003: 'Authenticate',
  20404: 'The requested resource was not found',
  20429: 'Too Many Requests',
  20500: 'An internal server error has occurred',
  21211: "Invalid 'To' Phone Number",
  21212: "Invalid 'From' Number",
  21602: 'Message body is required.',
  21603: "A 'From' phone number is required.",
  21604: "A 'To' phone number is required.",
  21609: 'The StatusCallback URL is not a valid URL.',
  21610: 'Attempt to send to unsubscribed recipient',
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21617: 'The concatenated message body exceeds the 1600 character limit.',
  21620: 'Invalid media URL(s)',
  21654: 'ContentSid Required',
  21655: 'The ContentSid is invalid',
  21656: 'The Content Variables Parameter is invalid',
  21701: 'The Messaging Service does not exist',
  21910: "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel",
  63003: 'Channel could not find To address',
  63007: 'Twilio could not find a Channel with the specified From address',
  63015: 'Channel Sandbox can only send messages to phone numbers that have joined the Sandbox',
  63016:
    'Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.',
  63013: 'Message could not be sent because it violates the policies of the channel',
  63028: 'Number of parameters provided does not match the expected number of parameters',
  63040: 'Template rejected',
  63041: 'Template paused',
  63042: 'Template disabled',
  63018: 'Rate limit exceeded for Channel',
  63031: "Channels message cannot have same 'From' and 'To'",
}

const STATUSES: Record<number, number> = { 20003: 401, 20404: 404, 20429: 429, 20500: 500 }

export const refusalMessage = (code: number) => MESSAGES[code] ?? `Error ${code}`

/** What the levers of `faults.ts` answer here. */
export const refusing: Refusing = {
  tooMany: () => new TwilioRefusal(20429),
  unauthorized: () => new TwilioRefusal(20003),
  internal: () => new TwilioRefusal(20500),
  withCode: (code) => new TwilioRefusal(code),
}

/** An error answer of the API: `{ code, message, more_info, status }`. */
export class TwilioRefusal extends Exception {
  readonly speaksForItself = true

  constructor(
    readonly twilioCode: number,
    message = refusalMessage(twilioCode)
  ) {
    super(message, { status: STATUSES[twilioCode] ?? 400 })
  }

  handle(_: this, { response }: HttpContext) {
    response.status(this.status).json({
      code: this.twilioCode,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.twilioCode}`,
      status: this.status,
    })
  }

  /** Expected: nothing for the log. */
  report() {}
}
