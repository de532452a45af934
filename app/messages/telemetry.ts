import type Message from '#messages/models/message'
import type { SendResult } from '#whatsapp/send_result'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { channel } from 'node:diagnostics_channel'

/**
 * - `call`: a provider was asked to send it.
 * - `check`: the last checks ended it or put it off.
 * - `reconcile`: the sweeper decided about it.
 * - `receipt`: the provider said afterwards how it went.
 */
export type SendStep = 'call' | 'check' | 'reconcile' | 'receipt'

/** One decision about one message. Names nobody: no number, no text. */
export interface SendEvent {
  step: SendStep
  /** The message's uuid. */
  message: string
  sender: string
  /** Of a call the outcome of its `SendResult`, otherwise the status the message has now. */
  outcome: string
  /** The provider's code, else our reason. */
  code: string | null
  /** How long the provider took; null when nobody was asked. */
  ms: number | null
  attempt: number
}

/** Metrics and the log listen here (`app/monitoring`), in every process that sends. */
export const sendChannel = channel('convoca:send')

/** By which a message is named in metrics and in the log. */
export type Told = Pick<Message, 'uuid' | 'sender' | 'attempts'>
type Decided = Told & Pick<Message, 'status' | 'reason' | 'errorCode'>

/** Calls the provider, and tells how it went and how long it took. */
export async function witnessed(message: Told, send: () => Promise<SendResult>) {
  const start = performance.now()
  const result = await send()
  const code = 'code' in result ? result.code : null
  publish('call', message, result.outcome, code, performance.now() - start)
  return result
}

/** Tells what became of a message by something else than a call. */
export function tell(step: SendStep, message: Decided) {
  publish(step, message, message.status, message.errorCode ?? message.reason, null)
}

/** The same once it is committed. */
export function tellAfter(trx: TransactionClientContract, step: SendStep, message: Decided) {
  trx.after('commit', () => tell(step, message))
}

function publish(
  step: SendStep,
  { uuid, sender, attempts }: Told,
  outcome: string,
  code: string | null,
  ms: number | null
) {
  if (!sendChannel.hasSubscribers) return
  const event = { step, message: uuid, sender, outcome, code, ms, attempt: attempts }
  sendChannel.publish(event satisfies SendEvent)
}
