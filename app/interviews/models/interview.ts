import Contact from '#contacts/models/contact'
import { isUniqueViolation } from '#database/errors'
import { InterviewSchema } from '#database/schema'
import { InterviewChange } from '#interviews/interview_change'
import {
  canMove,
  isOpen,
  STATUS_LABELS,
  type InterviewStatus,
  type InterviewType,
} from '#interviews/interview_status'
import InterviewEvent from '#interviews/models/interview_event'
import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { nextReminder } from '#interviews/reminder_plan'
import { Problem } from '#core/problem'
import CompanySettings from '#settings/models/company_settings'
import User from '#users/models/user'
import db from '@adonisjs/lucid/services/db'
import {
  afterCreate,
  afterUpdate,
  beforeCreate,
  beforeSave,
  beforeUpdate,
  belongsTo,
  column,
  hasMany,
  manyToMany,
} from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'

/** The candidate acts on their own interview: in an answer, or on the page we sent them to. */
export const CANDIDATE = 'candidate'

/** Who acts: a user, the candidate, or null for the system itself. */
export interface By {
  by: User | typeof CANDIDATE | null
}

export interface InterviewDetails {
  title: string
  interviewType: InterviewType
  startsAt: DateTime
  timeZone: string
  durationMinutes: number
  location: string | null
  meetingUrl: string | null
  description: string | null
  internalNotes: string | null
  jobOpeningId: number | null
  roundId: number | null
  interviewerIds: number[]
}

export type Booking = Partial<InterviewDetails> &
  Pick<
    InterviewDetails,
    'title' | 'interviewType' | 'startsAt' | 'timeZone' | 'durationMinutes'
  > & { candidateId: number }

/**
 * One booked conversation with a candidate. Each change is noticed by the hooks below and recorded as an event in the
 * transaction that made it; whoever must be told hangs on the event (`InterviewEvent.after('create')`).
 */
export default class Interview extends InterviewSchema {
  @column()
  declare status: InterviewStatus

  @column()
  declare interviewType: InterviewType

  @column({ consume: Boolean })
  declare candidateMayMove: boolean

  @belongsTo(() => Contact, { foreignKey: 'candidateId' })
  declare candidate: BelongsTo<typeof Contact>

  @belongsTo(() => JobOpening)
  declare jobOpening: BelongsTo<typeof JobOpening>

  @belongsTo(() => Round)
  declare round: BelongsTo<typeof Round>

  @manyToMany(() => User, { pivotTable: 'interview_interviewers' })
  declare interviewers: ManyToMany<typeof User>

  @hasMany(() => InterviewEvent)
  declare events: HasMany<typeof InterviewEvent>

  /** The difference the current save makes; `$dirty` is empty once the row is written. */
  private change: InterviewChange | null = null
  private actor: By['by'] = null
  private reason: string | null = null

  /** With a `requestKey`, of at most 80 characters, the same request books once: again it answers with what it booked. */
  static async book(booking: Booking, { by, requestKey }: By & { requestKey?: string }) {
    if (!requestKey) return this.bookNow(booking, by)
    const booked = () => this.findBy({ requestKey })
    try {
      return (await booked()) ?? (await this.bookNow({ ...booking, requestKey }, by))
    } catch (error) {
      const twin = isUniqueViolation(error) ? await booked() : null
      if (!twin) throw error
      return twin
    }
  }

  private static bookNow(
    { interviewerIds = [], ...details }: Booking & { requestKey?: string },
    by: By['by']
  ) {
    return db.transaction(async (trx) => {
      const interview = new this().useTransaction(trx).fill(details)
      interview.actor = by
      await interview.save()
      await interview.related('interviewers').attach([...new Set(interviewerIds)])
      return interview
    })
  }

  /** Changes the date, the details or both. `revision`, when given, is the one the person was looking at. */
  edit(
    { interviewerIds, ...details }: Partial<InterviewDetails>,
    { by, revision }: By & { revision?: number }
  ) {
    return this.underLock(by, async () => {
      this.mustBeCurrent(revision)
      if (!isOpen(this.status)) throw this.refusal('ser alterada')
      if (interviewerIds) await this.choosePanel(interviewerIds)
      await (this as Interview).merge(details).save()
    })
  }

  cancel({ by, reason }: By & { reason: string | null }) {
    return this.moveTo('cancelled', by, reason)
  }

  confirm({ by }: By) {
    return this.moveTo('confirmed', by)
  }

  complete({ by }: By) {
    return this.moveTo('completed', by)
  }

  markNoShow({ by }: By) {
    return this.moveTo('no_show', by)
  }

  /** They would like another date; the one that stands stays. */
  askToMove({ by }: By) {
    return this.underLock(by, async () => {
      if (!isOpen(this.status)) throw this.refusal('ser remarcada')
      await this.record('asked_to_move', {}, false)
    })
  }

  /** Whether the candidate may choose another date without us. */
  letCandidateMove(may: boolean, { by }: By) {
    return this.underLock(by, async () => {
      if (!isOpen(this.status)) throw this.refusal('ser alterada')
      this.candidateMayMove = may
      await this.save()
    })
  }

  get isOpen() {
    return isOpen(this.status)
  }

  get hasBegun() {
    return this.startsAt <= DateTime.utc()
  }

  /** The start where the interview happens. */
  get localStart() {
    return this.startsAt.setZone(this.timeZone).setLocale('pt-BR')
  }

  @beforeCreate()
  static begin(interview: Interview) {
    interview.status = 'scheduled'
    interview.revision = 1
    interview.candidateMayMove ??= true
    interview.jobOpeningId ??= null
    interview.roundId ??= null
  }

  @beforeUpdate()
  static notice(interview: Interview) {
    interview.change = InterviewChange.of(interview)
    if (interview.change?.kind === 'rescheduled') interview.status = 'scheduled'
    if (interview.change?.isVisible) interview.revision += 1
  }

  @beforeSave()
  static async plan(interview: Interview) {
    const { startsAt, durationMinutes, $dirty } = interview
    interview.endsAt = startsAt.plus({ minutes: durationMinutes })
    if ('startsAt' in $dirty) await interview.armReminder()
    if (!interview.isOpen) interview.nextReminderAt = null
  }

  @afterCreate()
  static async recordBooking(interview: Interview) {
    await interview.record('booked', {})
  }

  @afterUpdate()
  static async recordChange(interview: Interview) {
    const change = interview.change
    interview.change = null
    if (change) await interview.record(change.kind, change.changes, change.isVisible)
  }

  /** The change, its event and what hangs on the event are one transaction, whoever calls. */
  async save() {
    if (this.$trx) return super.save()
    await db.transaction(async (trx) => {
      this.useTransaction(trx)
      await super.save()
    })
    return this
  }

  /** A new date re-arms the reminder; one whose time has already passed is skipped. */
  private async armReminder() {
    const { reminderOffsets } = await CompanySettings.current(this.$trx)
    const next = nextReminder(this.startsAt, reminderOffsets, DateTime.utc())
    this.nextReminderAt = next ? next.at : null
    this.reminderSentAt = null
  }

  private async record(
    kind: InterviewEvent['kind'],
    changes: InterviewEvent['changes'],
    seen = true
  ) {
    const event = new InterviewEvent().useTransaction(this.$trx!)
    event.isVisibleToCandidate = seen
    event.merge({ interviewId: this.id, kind, changes, revision: this.revision })
    const byCandidate = this.actor === CANDIDATE
    const actorId = this.actor && this.actor !== CANDIDATE ? this.actor.id : null
    event.merge({ actorId, byCandidate, reason: this.reason })
    event.$setRelated('interview', this)
    await event.save()
  }

  private moveTo(status: InterviewStatus, by: By['by'], reason: string | null = null) {
    return this.underLock(by, async () => {
      if (!canMove(this.status, status)) throw this.refusal(`passar a “${STATUS_LABELS[status]}”`)
      this.reason = reason
      this.status = status
      await this.save()
    })
  }

  /** Two people may act on one interview at once: the second sees what the first did. */
  private async underLock(by: By['by'], act: () => Promise<void>) {
    await this.within(async (trx) => {
      await Interview.query({ client: trx }).where('id', this.id).select('id').forUpdate()
      await this.useTransaction(trx).refresh()
      this.actor = by
      this.reason = null
      await act()
    })
    return this
  }

  /** The transaction the caller has open, else one of its own. */
  private within(act: (trx: TransactionClientContract) => Promise<void>) {
    return this.$trx ? act(this.$trx as TransactionClientContract) : db.transaction(act)
  }

  private async choosePanel(ids: number[]) {
    const panel = (this as Interview).related('interviewers')
    const before = await panel.query().orderBy('users.id')
    const from = before.map((user) => user.id)
    const to = [...new Set(ids)].sort((a, b) => a - b)
    if (from.join() === to.join()) return
    await panel.sync(to)
    await this.record('details_changed', { interviewerIds: { from, to } }, false)
  }

  private mustBeCurrent(revision?: number) {
    if (revision === undefined || revision === this.revision) return
    throw Problem.conflict(
      'interview_changed_meanwhile',
      'Outra pessoa alterou esta entrevista enquanto você editava. Confira a versão atual e tente de novo.',
      { revision: this.revision }
    )
  }

  private refusal(verb: string) {
    return Problem.conflict(
      `interview_is_${this.status}`,
      `Esta entrevista está “${STATUS_LABELS[this.status]}” e não pode ${verb}.`,
      { interview_status: this.status }
    )
  }
}
