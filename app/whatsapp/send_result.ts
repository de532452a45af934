/**
 * What became of one attempt to send. `send` never throws for what a provider or network may answer.
 *
 * - `accepted`: the provider has it and will report by callback. `address` is its exact spelling of the recipient.
 * - `rejected`: it will never go out as it is (bad number, blocked, not joined). `code` is the provider's.
 * - `needs_template`: the 24-hour window is closed and free text is refused.
 * - `sender_blocked`: nothing from this sender can go out until somebody mends its account or settings. `retryAfter` in
 *   seconds, where trying sooner makes it worse.
 * - `throttled`: certainly not sent, the provider asks for patience. `retryAfter` in seconds, when it said. With the scope
 *   `recipient` only this person was written to too fast: everybody else may go on.
 * - `not_sent`: certainly not sent, the request never reached the provider.
 * - `unconfirmed`: the provider may or may not have it. Never resent before it has been looked for.
 *
 * `code` has at most 20 characters: the provider's own, `http_503`, or one of `connection_failure.ts`.
 */
export type SendResult =
  | { outcome: 'accepted'; providerMessageId: string; address?: string }
  | { outcome: 'rejected'; code: string; detail?: string }
  | { outcome: 'needs_template'; code: string; detail?: string }
  | { outcome: 'sender_blocked'; code: string; retryAfter?: number; detail?: string }
  | {
      outcome: 'throttled'
      code: string
      retryAfter?: number
      scope?: 'recipient'
      detail?: string
    }
  | { outcome: 'not_sent'; code: string; detail?: string }
  | { outcome: 'unconfirmed'; code: string; detail?: string }

export type SendFailure = Exclude<SendResult, { outcome: 'accepted' }>

/** What a provider's own error code says, whether it came with the answer or later with a status callback. */
export type FailureOutcome = Exclude<SendFailure['outcome'], 'not_sent'>
