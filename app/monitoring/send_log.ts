import { sendChannel, type SendEvent } from '#messages/telemetry'
import type { Logger } from '@adonisjs/core/logger'

/** What somebody on duty looks for in the morning. */
const WORTH_A_LOOK = new Set(['unconfirmed', 'sender_blocked', 'throttled', 'not_sent', 'failed'])

/** One line for each decision about a message. It names the message, never the person. Answers how to end it. */
export function logSends(logger: Logger) {
  const write = (told: unknown) => {
    const { step, outcome, ms, ...event } = told as SendEvent
    const line = { ...event, step, outcome, ms: ms === null ? undefined : Math.round(ms) }
    if (WORTH_A_LOOK.has(outcome)) logger.warn(line, SENTENCES[step])
    else logger.info(line, SENTENCES[step])
  }
  sendChannel.subscribe(write)
  return () => sendChannel.unsubscribe(write)
}

const SENTENCES: Record<SendEvent['step'], string> = {
  call: 'a call to the provider ended',
  check: 'a message did not leave',
  reconcile: 'a message was looked for',
  receipt: 'the provider reported on a message',
}
