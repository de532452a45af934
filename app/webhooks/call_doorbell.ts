import ProcessWebhookCall from '#webhooks/jobs/process_webhook_call'
import { wasRung } from '#core/quiet_ring'

/** Rings for one stored call. Answers whether it was rung. */
export const ringFor = (id: number): Promise<boolean> =>
  wasRung(() => ProcessWebhookCall.dispatch({ id }))

/** The same in a second, when it has just failed. */
export const ringLaterFor = (id: number): Promise<boolean> =>
  wasRung(() => ProcessWebhookCall.dispatch({ id }).in('1s'))
