import Contact from '#contacts/models/contact'
import { refreshAfter } from '#core/live'
import { Problem } from '#core/problem'
import { jsonColumn } from '#database/columns'
import { MessageSchema } from '#database/schema'
import { channelsWith } from '#messages/channels'
import { bell } from '#messages/bell'
import { explain } from '#messages/explain'
import {
  advances,
  isResendable,
  type MessageStatus,
  type ReceiptStatus,
} from '#messages/message_status'
import { subjectOf } from '#messages/message_subject'
import { rememberForm, turnToOtherForm } from '#messages/other_form'
import { isDeclined } from '#messages/permission'
import Receipt from '#messages/models/receipt'
import { REASONS, type Reason } from '#messages/reasons'
import { isTextLost } from '#messages/stray_text'
import { tellAfter } from '#messages/telemetry'
import { heedTemplateVerdict } from '#messages/template_verdict'
import { wordingAgain } from '#messages/approved_wording'
import type { MessageContent } from '#whatsapp/content'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import { belongsTo, column, hasMany, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** `reply`: a person of ours wrote it in the inbox; `auto_reply`: nobody did. */
export const MESSAGE_KINDS = ['notice', 'reminder', 'test', 'text', 'reply', 'auto_reply'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const MESSAGE_DIRECTIONS = ['outbound', 'inbound'] as const
export type MessageDirection = (typeof MESSAGE_DIRECTIONS)[number]

/** An accepted message of which nothing more is heard is asked about. */
export const FIRST_DOUBT = { minutes: 10 }

/** Notices before reminders before everything that can wait. */
export const PRIORITIES: Record<MessageKind, number> = {
  notice: 0,
  test: 0,
  text: 0,
  reply: 0,
  auto_reply: 0,
  reminder: 1,
}

export interface Plan {
  kind: MessageKind
  contact: Contact | null
  address: string | null
  sender: string
  body: string
  content?: MessageContent | null
  authorId?: number
  dedupeKey: string
  sendAt: DateTime
  expiresAt: DateTime | null
  templateKey?: string
  /** The approved template it is to go out as, chosen by the person who writes. */
  templateTwinId?: number
  twinWording?: TwinWording
  interviewId?: number
  revision?: number
  facts?: Record<string, unknown>
  reason?: Reason | null
  /** What it is about was written as waiting for it: while it is queued there is nothing to tell. */
  isExpected?: boolean
}

/** Of a message that goes out as an approved template. */
export interface TwinWording {
  /** For `{{1}}`, `{{2}}` and so on. */
  variables: string[]
  /** What it would say, and may yet say, in an open window. */
  freeText?: string
}

export interface ReportedReceipt {
  providerMessageId: string
  status: ReceiptStatus
  errorCode: string | null
  errorDetail: string | null
  occurredAt: DateTime
}

/**
 * One WhatsApp text, out or in. The only sendable row there is: notices, reminders and tests share one state machine
 * (docs/message_lifecycle.md).
 */
export default class Message extends MessageSchema {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare status: MessageStatus

  @column()
  declare kind: MessageKind

  @column()
  declare direction: MessageDirection

  @column()
  declare reason: Reason | null

  @jsonColumn()
  declare facts: Record<string, unknown> | null

  @jsonColumn()
  declare content: MessageContent | null

  @jsonColumn()
  declare twinWording: TwinWording | null

  @belongsTo(() => Contact)
  declare contact: BelongsTo<typeof Contact>

  @hasMany(() => Receipt)
  declare receipts: HasMany<typeof Receipt>

  static ofInterview = scope((query, interviewId: number) => {
    query.where('interview_id', interviewId).where('direction', 'outbound')
  })

  /** What an interview's candidate was told last, or is about to be. */
  static newestNotice(interviewId: number, client?: QueryClientContract) {
    return this.query(client && { client })
      .withScopes((scopes) => scopes.ofInterview(interviewId))
      .where('kind', 'notice')
      .whereNot('status', 'superseded')
      .orderBy('id', 'desc')
      .first()
  }

  /**
   * Writes the row a promise is made of; it leaves after the commit. The same promise twice is one row. A text that would be
   * lost beside what the message holds is a row before it.
   */
  static async plan(plan: Plan, trx: TransactionClientContract): Promise<Message | null> {
    if (plan.content && isTextLost(plan, whatsapp.use(plan.sender).capabilities)) {
      const text = { ...plan, content: null, dedupeKey: `${plan.dedupeKey}:text` }
      await this.plan(text, trx)
      return this.plan({ ...plan, body: '' }, trx)
    }
    const { contact, address, isExpected = false, ...rest } = plan
    const message = await Message.create(
      {
        ...rest,
        uuid: randomUUID(),
        direction: 'outbound',
        contactId: contact?.id ?? null,
        address: address ?? '',
        priority: PRIORITIES[plan.kind],
        ...beginning(plan),
      },
      { client: trx }
    )
    if (!message.id) return null
    if (!isExpected || message.status !== 'queued') await subjectOf(message)?.changed(message, trx)
    message.refreshPages(trx)
    bell.ringAfter(trx)
    return message
  }

  /** A promise that is kept already is no error: its insert answers no id. (Lucid asks SQLite for none by itself.) */
  $getQueryFor(action: any, client: QueryClientContract): any {
    if (action !== 'insert') return super.$getQueryFor(action, client)
    const query = super.$getQueryFor(action, client)
    query.knexQuery.onConflict('dedupe_key').ignore().returning('id')
    return query
  }

  get isOutbound() {
    return this.direction === 'outbound'
  }

  get isResendable() {
    return this.isOutbound && isResendable(this.status) && !this.isBeingLookedFor
  }

  /** Uncertain, and we are still asking the provider. */
  get isBeingLookedFor() {
    return this.status === 'unconfirmed' && this.reconcileAt !== null
  }

  /** Why it is where it is, for a recruiter: the provider's reason where it gave one. */
  get explanation() {
    return explain(this)
  }

  /** Takes back what has not left. Its promise is free to be made again. */
  async supersede(reason: Reason, trx: TransactionClientContract) {
    await this.end('superseded', reason, trx)
  }

  /** A final state that needed no provider. */
  async end(
    status: 'superseded' | 'expired' | 'canceled',
    reason: Reason,
    trx: TransactionClientContract
  ) {
    const ended = { status, reason, dedupeKey: null, leaseOwner: null }
    await (this as Message).useTransaction(trx).merge(ended).save()
    await this.announce(trx)
  }

  /** What the provider says happened. Late, repeated and disordered words are kept as receipts and do no harm. */
  static async apply(messageId: number, receipt: ReportedReceipt) {
    await db.transaction(async (trx) => {
      const message = await Message.lock(messageId, trx)
      if (!(await message.keep(receipt, trx))) return
      await message.advance(receipt, trx)
      tellAfter(trx, 'receipt', message)
    })
  }

  async advance(receipt: ReportedReceipt, trx: TransactionClientContract) {
    if (receipt.providerMessageId === this.triedMessageId) return
    this.provider ??= whatsapp.use(this.sender).provider
    this.providerMessageId ??= receipt.providerMessageId
    if (advances(this.status, receipt.status)) this.take(receipt)
    if (!this.$isDirty) return
    await this.useTransaction(trx).save()
    await rememberForm(this, trx)
    await heedTemplateVerdict(this, trx)
    await this.announce(trx)
    if (this.status === 'queued') bell.ringAfter(trx)
  }

  /** A person decided what nobody could find out. */
  async markAsSent() {
    await this.decide(async (message, trx) => {
      if (message.status !== 'unconfirmed') throw notStuck(message)
      const now = DateTime.utc()
      message.merge({
        status: 'accepted',
        reason: 'marked_as_sent',
        sentAt: now,
        reconcileAt: null,
      })
      await message.save()
      await message.announce(trx)
    })
  }

  /** Another try, as a row of its own; refused when the text no longer tells the truth. */
  async resend(): Promise<Message> {
    return this.decide(async (message, trx) => {
      const obstacle = await subjectOf(message)?.obstacle(message, trx)
      if (obstacle) throw Problem.conflict('message_outdated', REASONS[obstacle.reason])
      const contact = message.contactId
        ? await Contact.find(message.contactId, { client: trx })
        : null
      if (isDeclined(message, contact)) {
        throw Problem.conflict('contact_declined', REASONS.contact_declined)
      }
      const again = await Message.plan(message.planAgain(contact), trx)
      if (!again) throw Problem.conflict('already_resent', 'Esta mensagem já foi reenviada.')
      if (message.status === 'unconfirmed') {
        const now = DateTime.utc()
        message.merge({ status: 'failed', reason: 'resent_by_person', failedAt: now })
        await message.save()
      }
      await message.announce(trx)
      return again
    })
  }

  /** Tells the subject and the open pages that this row changed. */
  async announce(trx: TransactionClientContract) {
    await subjectOf(this)?.changed(this, trx)
    this.refreshPages(trx)
  }

  private refreshPages(trx: TransactionClientContract) {
    const own = this.contactId ? channelsWith(this.contactId) : []
    refreshAfter(trx, ['messages', ...own, ...(subjectOf(this)?.channels(this) ?? [])])
  }

  static async lock(id: number, trx: QueryClientContract) {
    return Message.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  }

  private async decide<T>(act: (message: Message, trx: TransactionClientContract) => Promise<T>) {
    return db.transaction(async (trx) => {
      const message = (await Message.lock(this.id, trx)).useTransaction(trx)
      if (!message.isResendable) throw notStuck(message)
      return act(message, trx)
    })
  }

  private planAgain(contact: Contact | null): Plan {
    const { kind, sender, templateKey, interviewId, revision, facts, expiresAt } = this
    return {
      ...wordingAgain(this as Message),
      kind,
      sender,
      contact,
      expiresAt,
      address: contact?.address ?? this.address,
      dedupeKey: `resend:${this.id}`,
      sendAt: DateTime.utc(),
      templateKey: templateKey ?? undefined,
      interviewId: interviewId ?? undefined,
      revision: revision ?? undefined,
      facts: facts ?? undefined,
      authorId: this.authorId ?? undefined,
    }
  }

  private async keep(receipt: ReportedReceipt, trx: TransactionClientContract) {
    const dedupeKey = [receipt.providerMessageId, receipt.status, receipt.errorCode ?? ''].join(':')
    if (await Receipt.findBy({ dedupeKey }, { client: trx })) return false
    const { status, errorCode, errorDetail, occurredAt } = receipt
    await Receipt.create(
      { messageId: this.id, dedupeKey, status, errorCode, errorDetail, occurredAt },
      { client: trx }
    )
    return true
  }

  /** A closed window has a way out of its own, and what the provider gave up on may be tried again. */
  private reasonFor(code: string | null): Reason {
    const outcome = code && whatsapp.use(this.sender).classifyFailure(code)
    if (outcome === 'needs_template') return 'needs_template'
    return outcome === 'throttled' || outcome === 'unconfirmed' ? 'not_delivered' : 'rejected'
  }

  private take(receipt: ReportedReceipt) {
    const { status, errorCode, errorDetail, occurredAt, providerMessageId } = receipt
    const message = (this as Message).merge({ status, reconcileAt: null, leaseOwner: null })
    if (status === 'failed') {
      message.merge({ errorCode, errorDetail })
      if (turnToOtherForm(message, { code: errorCode, providerMessageId })) return
      const reason = message.reasonFor(errorCode)
      message.merge({ reason, failedAt: occurredAt })
      return
    }
    message.merge({ reason: null, errorCode: null, errorDetail: null, failedAt: null })
    message.sentAt ??= occurredAt
    if (status === 'delivered' || status === 'read') message.deliveredAt ??= occurredAt
    if (status === 'read') message.readAt ??= occurredAt
    if (status === 'accepted') message.reconcileAt = occurredAt.plus(FIRST_DOUBT)
  }
}

/** Some promises cannot be kept from the start. */
function beginning(plan: Plan): Pick<Message, 'status' | 'reason' | 'failedAt'> {
  if (!plan.address) {
    return { status: 'failed', reason: 'contact_without_phone', failedAt: DateTime.utc() }
  }
  if (isDeclined(plan, plan.contact)) {
    return { status: 'canceled', reason: 'contact_declined', failedAt: null }
  }
  return { status: 'queued', reason: plan.reason ?? null, failedAt: null }
}

const notStuck = ({ status }: Message) =>
  Problem.conflict(
    'message_not_resendable',
    'Esta mensagem não está parada: não há o que reenviar.',
    { message_status: status }
  )
