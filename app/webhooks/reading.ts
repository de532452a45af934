import { readCloudApi } from '#webhooks/cloud_api/read'
import { readChatAppCall } from '#webhooks/chat_app/read'
import { readTwilio } from '#webhooks/twilio/read'
import type WebhookCall from '#webhooks/models/webhook_call'
import type {
  InboundMessage,
  NumberChange,
  Provider,
  StatusReport,
} from '#whatsapp/gateways/gateway'

/** One thing a call says. `sender` is ours that it is about, where the call alone names it. */
export type Said =
  | { status: StatusReport; sender?: string }
  | { message: InboundMessage; sender?: string }
  | { moved: NumberChange }

/**
 * What is in a stored call. `ignored` counts what we know and need not act on; what cannot be read is left out of both,
 * so that one bad item never costs its neighbours.
 */
export interface Reading {
  said: Said[]
  ignored: number
}

const READERS: Record<Provider, (call: WebhookCall) => Reading | Promise<Reading>> = {
  twilio: readTwilio,
  cloud_api: readCloudApi,
  chat_app: readChatAppCall,
}

export const read = async (call: WebhookCall): Promise<Reading> => READERS[call.provider](call)
