import type Contact from '#contacts/models/contact'
import type Message from '#messages/models/message'
import { isUnavailable } from '#database/errors'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** What somebody has just written. Their row is locked. */
export interface Heard {
  message: Message
  contact: Contact
  inbound: InboundMessage
}

/**
 * Who acts on what people write hangs on here, and is told in the transaction that keeps it: both happen, once, or
 * neither does. Answers whether that settles it; what nobody settles waits for a person.
 */
export type InboundListener = (heard: Heard, trx: TransactionClientContract) => Promise<boolean>

const listeners: InboundListener[] = []

export const listenToInbound = (listener: InboundListener) => {
  if (!listeners.includes(listener)) listeners.push(listener)
}

/**
 * The first that settles it is the last to hear of it.
 * @throws NotHeeded when a listener failed for a reason that trying again would not mend
 */
export async function tellListeners(heard: Heard, trx: TransactionClientContract) {
  try {
    for (const listener of listeners) if (await listener(heard, trx)) return true
    return false
  } catch (error) {
    throw isUnavailable(error) ? error : new NotHeeded('an inbound message was not heeded', error)
  }
}

export class NotHeeded extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}
