import { InterviewEventSchema } from '#database/schema'
import { jsonColumn } from '#database/columns'
import type { Changes, EventKind } from '#interviews/interview_change'
import Interview from '#interviews/models/interview'
import User from '#users/models/user'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/**
 * One line of an interview's history: who changed what, when, and why. Written in the transaction of the change itself.
 */
export default class InterviewEvent extends InterviewEventSchema {
  @column()
  declare kind: EventKind

  @column({ consume: Boolean })
  declare byCandidate: boolean

  @jsonColumn()
  declare changes: Changes

  @belongsTo(() => Interview)
  declare interview: BelongsTo<typeof Interview>

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>

  static latestOf(interviewId: number) {
    return this.query().where('interview_id', interviewId).orderBy('id', 'desc').first()
  }

  /** Set by whoever recorded the event; not stored. */
  isVisibleToCandidate = true
}
