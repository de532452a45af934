import Contact from '#contacts/models/contact'
import { refreshAfter } from '#core/live'
import { toDb } from '#database/columns'
import { ConversationSchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * - `open`: the person waits for us.
 * - `waiting`: we wait for the person.
 * - `snoozed`: it comes back by itself, at a time or when the person writes.
 * - `resolved`: nobody waits.
 */
export const CONVERSATION_STATUSES = ['open', 'waiting', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

interface Parties {
  contactId: number
  sender: string
}

/**
 * The thread with one contact on one of our numbers, and its 24-hour window. Its messages are those of both.
 */
export default class Conversation extends ConversationSchema {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare status: ConversationStatus

  @belongsTo(() => Contact)
  declare contact: BelongsTo<typeof Contact>

  /** The one conversation of these two, made by whoever of several comes first. */
  static async between(parties: Parties, trx: TransactionClientContract): Promise<Conversation> {
    const now = toDb(DateTime.utc())
    const times = { last_activity_at: now, created_at: now, updated_at: now }
    const { contactId, sender } = parties
    await trx
      .table('conversations')
      .insert({ contact_id: contactId, sender, status: 'resolved', ...times })
      .onConflict(['contact_id', 'sender'])
      .ignore()
    return Conversation.query({ client: trx }).where(parties).forUpdate().firstOrFail()
  }

  /** When each of them last wrote to this number; those who never did are missing. */
  static async lastWords(
    contactIds: number[],
    sender: string,
    client: QueryClientContract
  ): Promise<Map<number, DateTime>> {
    const rows = await this.query({ client })
      .select('contact_id', 'last_inbound_at')
      .whereIn('contact_id', contactIds)
      .where('sender', sender)
      .whereNotNull('last_inbound_at')
    return new Map(rows.map(({ contactId, lastInboundAt }) => [contactId, lastInboundAt!]))
  }

  static async lock(id: number, trx: TransactionClientContract): Promise<Conversation> {
    return Conversation.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  }

  /** A person changes it; whoever has it open sees it. */
  static async change(id: number, act: (conversation: Conversation) => void) {
    return db.transaction(async (trx) => {
      const conversation = await Conversation.lock(id, trx)
      act(conversation)
      await conversation.save()
      conversation.announce(trx)
      return conversation
    })
  }

  /** The person wrote at that moment. Calls are understood in any order: what was written last stays last. */
  wrote(at: DateTime) {
    if (!this.lastInboundAt || this.lastInboundAt < at) this.lastInboundAt = at
    return this.#active(at)
  }

  /** What they wrote waits for a person: from wherever it was, the conversation is open again. */
  needPerson() {
    this.unreadCount += 1
    return (this as Conversation).merge({ status: 'open', snoozedUntil: null })
  }

  /** One of ours wrote back: it is theirs unless it was somebody's, and we wait for the person. */
  answered(at: DateTime, { by }: { by: number }) {
    this.assigneeId ??= by
    this.#active(at)
    return (this as Conversation).merge({ status: 'waiting', snoozedUntil: null, unreadCount: 0 })
  }

  assign(userId: number | null) {
    return (this as Conversation).merge({ assigneeId: userId })
  }

  /** Whoever of the team answers first takes it. */
  assignTeam(teamId: number | null) {
    return (this as Conversation).merge({ teamId, ...(teamId && { assigneeId: null }) })
  }

  resolve() {
    return (this as Conversation).merge({ status: 'resolved', snoozedUntil: null, unreadCount: 0 })
  }

  snooze(until: DateTime) {
    return (this as Conversation).merge({ status: 'snoozed', snoozedUntil: until })
  }

  /** We have said our part. */
  awaitPerson() {
    return (this as Conversation).merge({ status: 'waiting', snoozedUntil: null })
  }

  /** It waits for us again, with the others that do. */
  reopen() {
    return (this as Conversation).merge({ status: 'open', snoozedUntil: null })
  }

  announce(trx: TransactionClientContract) {
    refreshAfter(trx, ['conversations', `conversations/${this.id}`])
  }

  #active(at: DateTime) {
    if (this.lastActivityAt < at) this.lastActivityAt = at
    return this as Conversation
  }
}
