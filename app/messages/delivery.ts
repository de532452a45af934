import { hold, type Setback } from '#messages/allowance'
import { LastChecks } from '#messages/last_checks'
import Message from '#messages/models/message'
import { fail, leaveUnconfirmed, reject, requeue } from '#messages/moves'
import { heedTemplateVerdict } from '#messages/template_verdict'
import { pairPatience } from '#messages/pair_patience'
import { tellAfter, witnessed, type Told } from '#messages/telemetry'
import type { Gateway, OutgoingMessage } from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

type NotAccepted = Exclude<SendResult, { outcome: 'accepted' }>

/**
 * One claimed message on its way out: last checks, the call, the record of what became of it. Only the middle talks to
 * the provider, and no transaction is open then. The usual message skips the first and shares the last (`wave.ts`).
 */
export class Delivery {
  constructor(
    private readonly message: Told & { id: number },
    private readonly owner: string,
    private readonly gateway: Gateway
  ) {}

  /** What may leave now; undefined when it ended or waits. */
  async lastChecks() {
    return this.#whileOurs(async (message, trx) => {
      const outgoing = await new LastChecks(message, this.gateway.capabilities, trx).pass()
      if (!outgoing) tellAfter(trx, 'check', message)
      return outgoing
    })
  }

  send(outgoing: OutgoingMessage) {
    return witnessed(this.message, () => this.gateway.send(outgoing))
  }

  /** The provider has it: true whoever holds the row by now. Forgotten, it would be looked for and perhaps repeated. */
  async accept(providerMessageId: string) {
    const accepted = { providerMessageId, status: 'accepted' as const, occurredAt: DateTime.utc() }
    await db.transaction(async (trx) => {
      const message = await Message.lock(this.message.id, trx)
      message.leaseOwner = null
      await message.advance({ ...accepted, errorCode: null, errorDetail: null }, trx)
    })
  }

  async settle(result: NotAccepted) {
    await this.#whileOurs((message, trx) => this.#record(message, result, trx))
  }

  async #record(message: Message, result: NotAccepted, trx: TransactionClientContract) {
    switch (result.outcome) {
      case 'rejected':
        await reject(message, result, trx)
        return heedTemplateVerdict(message, trx)
      case 'needs_template':
        await fail(message, result, trx)
        return heedTemplateVerdict(message, trx)
      case 'throttled':
      case 'not_sent':
      case 'sender_blocked':
        return this.#holdBack(message, result, trx)
      case 'unconfirmed':
        message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
        return leaveUnconfirmed(message, trx)
      default:
        return result satisfies never
    }
  }

  /** It keeps its place: the sender as a whole waits, or what else is for this person. */
  async #holdBack(message: Message, result: Setback, trx: TransactionClientContract) {
    const until = isPersonal(result)
      ? DateTime.utc().plus(pairPatience(message.attempts, result.retryAfter))
      : await hold(message.sender, result, trx)
    message.merge({ errorCode: result.code, errorDetail: result.detail ?? null })
    await requeue(message, until, result.outcome, trx)
  }

  /** Does nothing when the row is no longer this owner's: its lease ran out, or a callback was faster. */
  async #whileOurs<T>(act: (message: Message, trx: TransactionClientContract) => Promise<T>) {
    return db.transaction(async (trx) => {
      const message = (await Message.lock(this.message.id, trx)).useTransaction(trx)
      if (message.status !== 'sending' || message.leaseOwner !== this.owner) return undefined
      return act(message, trx)
    })
  }
}

/** Only this person was written to too fast. */
const isPersonal = (result: Setback): result is Extract<Setback, { outcome: 'throttled' }> =>
  result.outcome === 'throttled' && result.scope === 'recipient'
