import { toDb } from '#database/columns'
import { bell } from '#messages/bell'
import delivery from '#config/delivery'
import { leaveUnconfirmed } from '#messages/moves'
import Message from '#messages/models/message'
import { rehome } from '#messages/rehome'
import { tellAfter } from '#messages/telemetry'
import type { ProviderMessage } from '#whatsapp/gateways/gateway'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import db from '@adonisjs/lucid/services/db'
import type { Logger } from '@adonisjs/core/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

const BATCH = 100
/** Seen missing this often, a message is not with the provider. */
const READS_TO_BELIEVE = 2
/** A message in whose sending our process died this often is left to a person: it may be the reason. */
const CRASHES_TO_SUSPECT = 3
/** After this long an accepted message is no longer asked about. */
const HOURS_OF_DOUBT = 24
/** Clocks differ, and are set back. Less than `PATIENCE_MINUTES`: what a person decides about is not found here. */
const SKEW_MINUTES = 15

/**
 * Finds the rows whose doorbell was lost, whose sender died or whose time has passed, and brings each to an honest state.
 */
export class Sweeper {
  constructor(
    private readonly whatsapp: WhatsappManager,
    private readonly logger: Logger
  ) {}

  async sweep() {
    await rehome(this.whatsapp.defaultSender, db.connection())
    await this.#expire()
    await this.#recoverAbandoned()
    await this.#reconcile()
    await this.#followUp()
  }

  /** Also while nothing can be sent: a reminder must not wait past the interview in silence. */
  async #expire() {
    const late = await this.#ids((query) =>
      query.whereRaw(`status = 'queued'`).where('expires_at', '<=', toDb(DateTime.utc()))
    )
    await this.#each(late, async (message, trx) => {
      if (message.status !== 'queued') return
      await message.end('expired', 'too_late', trx)
      tellAfter(trx, 'reconcile', message)
    })
  }

  /** The sender died or was cut off between its claim and its record. */
  async #recoverAbandoned() {
    const abandoned = await this.#ids((query) =>
      query.whereNotNull('lease_owner').where('lease_until', '<', toDb(DateTime.utc()))
    )
    await this.#each(abandoned, async (message, trx) => {
      if (message.status !== 'sending') return
      message.crashes += 1
      await leaveUnconfirmed(message, trx)
      tellAfter(trx, 'reconcile', message)
    })
  }

  async #reconcile() {
    const uncertain = await this.#ids((query) =>
      query.where('reconcile_at', '<=', toDb(DateTime.utc())).where('status', 'unconfirmed')
    )
    for (const id of uncertain) {
      await this.#lookFor(id).catch((error) => this.#postpone(id, error))
    }
  }

  /** Accepted, and never heard of again: its callbacks may be lost. The provider is asked how it went. */
  async #followUp() {
    const unheard = await this.#ids((query) =>
      query.where('reconcile_at', '<=', toDb(DateTime.utc())).where('status', 'accepted')
    )
    for (const id of unheard) {
      const message = await Message.findOrFail(id)
      const listed = await this.#listed(message).catch((error) => this.#complain(id, error))
      const found = listed.find((one) => one.providerMessageId === message.providerMessageId)
      await this.#each([id], (row, trx) => this.#hear(row, found, trx))
    }
  }

  async #hear(row: Message, found: ProviderMessage | undefined, trx: TransactionClientContract) {
    if (row.status !== 'accepted' || !isDue(row)) return
    const now = DateTime.utc()
    const isRecent = row.sentAt!.plus({ hours: HOURS_OF_DOUBT }) > now
    row.reconcileAt = isRecent ? now.plus({ hours: 1 }) : null
    if (found) return this.#adopt(row, found, trx)
    await row.save()
  }

  /** Asks the provider outside any transaction, then decides inside one. */
  async #lookFor(id: number) {
    const message = await Message.findOrFail(id)
    if (!(await this.#canAsk(message)))
      return this.#each([id], (row, trx) => this.#waitForCallback(row, trx))
    const matches = await this.#unknownTwins(message, await this.#listed(message))

    await this.#each([id], async (row, trx) => {
      // Another sweeper may have looked meanwhile: two looks at one instant are one.
      if (row.status !== 'unconfirmed' || !isDue(row)) return
      tellAfter(trx, 'reconcile', row)
      if (matches.length === 1) return this.#adopt(row, matches[0], trx)
      if (matches.length > 1) return this.#askPerson(row, trx)
      return this.#believeAbsent(row, trx)
    })
  }

  /** Some providers keep no list: only their callback says what became of a message. */
  async #canAsk({ sender }: Message) {
    await this.whatsapp.meet(sender)
    return this.whatsapp.use(sender).capabilities.list
  }

  /** It carries our id and comes even when the answer was lost. Without it nothing is proven, and a person decides. */
  async #waitForCallback(row: Message, trx: TransactionClientContract) {
    if (row.status !== 'unconfirmed' || !isDue(row)) return
    tellAfter(trx, 'reconcile', row)
    const patience = patienceOf(row)
    if (DateTime.utc() >= patience) return this.#askPerson(row, trx)
    await row.merge({ reconcileAt: patience }).save()
  }

  async #listed(message: Message) {
    if (!(await this.#canAsk(message))) return []
    const since = message.claimedAt!.minus({ minutes: SKEW_MINUTES })
    return this.whatsapp.use(message.sender).list(message.address, since)
  }

  /** Same text to the same address, and not the message of another row of ours. */
  async #unknownTwins(message: Message, listed: ProviderMessage[]) {
    const twins = listed.filter((one) => mayBe(one, message))
    const ids = twins.map((twin) => twin.providerMessageId)
    const { provider } = this.whatsapp.use(message.sender)
    const ours = await Message.query().where({ provider }).whereIn('provider_message_id', ids)
    const known = new Set(ours.map((row) => row.providerMessageId))
    return twins.filter((twin) => !known.has(twin.providerMessageId))
  }

  async #adopt(row: Message, found: ProviderMessage, trx: TransactionClientContract) {
    await row.advance(
      {
        providerMessageId: found.providerMessageId,
        status: found.status,
        errorCode: found.errorCode,
        errorDetail: null,
        occurredAt: found.createdAt,
      },
      trx
    )
  }

  async #believeAbsent(row: Message, trx: TransactionClientContract) {
    row.absentReads += 1
    if (row.absentReads < READS_TO_BELIEVE) return this.#lookAgain(row, trx)
    if (row.crashes >= CRASHES_TO_SUSPECT) return this.#askPerson(row, trx)
    row.merge({ status: 'queued', reason: 'not_sent', sendAt: DateTime.utc(), reconcileAt: null })
    await row.save()
    await row.announce(trx)
    bell.ringAfter(trx)
  }

  async #lookAgain(row: Message, trx: TransactionClientContract) {
    if (DateTime.utc() > patienceOf(row)) return this.#askPerson(row, trx)
    row.reconcileAt = DateTime.utc().plus({ seconds: delivery.listLagSeconds })
    await row.useTransaction(trx).save()
  }

  async #askPerson(row: Message, trx: TransactionClientContract) {
    await row.merge({ reason: 'needs_person', reconcileAt: null }).save()
    await row.announce(trx)
  }

  /** The provider could not say; ask again later, and in the end ask a person. */
  async #postpone(id: number, error: unknown) {
    this.#complain(id, error)
    await this.#each([id], async (row, trx) => {
      if (row.status === 'unconfirmed' && isDue(row)) await this.#lookAgain(row, trx)
    })
  }

  #complain(messageId: number, error: unknown): ProviderMessage[] {
    this.logger.warn({ err: error, messageId }, 'the provider could not be asked about a message')
    return []
  }

  /** No order is asked for: SQLite would rather read the whole table in it than use a partial index. */
  async #ids(where: (query: ReturnType<typeof Message.query>) => unknown) {
    const query = Message.query().select('id').limit(BATCH)
    where(query)
    return (await query).map(({ id }) => id)
  }

  async #each(
    ids: number[],
    act: (message: Message, trx: TransactionClientContract) => Promise<unknown>
  ) {
    for (const id of ids) {
      await db
        .transaction(async (trx) => {
          await act((await Message.lock(id, trx)).useTransaction(trx), trx)
        })
        .catch((error) =>
          this.logger.error({ err: error, messageId: id }, 'the sweeper met an error')
        )
    }
  }
}

const patienceOf = ({ claimedAt }: Message) =>
  claimedAt!.plus({ minutes: delivery.patienceMinutes })

/** A provider need not show the text of what was more than a text: what shows none may be it. */
const mayBe = ({ body }: ProviderMessage, message: Message) =>
  body === message.body || (body === '' && message.content !== null)

const isDue = ({ reconcileAt }: Message) => reconcileAt !== null && reconcileAt <= DateTime.utc()
