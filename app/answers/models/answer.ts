import type { Intent } from '#answers/meaning'
import Contact from '#contacts/models/contact'
import { jsonColumn, toDb } from '#database/columns'
import { AnswerSchema } from '#database/schema'
import Interview from '#interviews/models/interview'
import type User from '#users/models/user'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * - `asked_which`, `asked_if_sure`: we asked back, and the next words may answer that.
 * - `outdated`: it was about what no longer holds; a person reads it, too.
 * - `moved`, `wished`: on the page behind the link.
 */
export type Outcome =
  | 'confirmed'
  | 'already_confirmed'
  | 'asked_to_move'
  | 'asked_which'
  | 'asked_if_sure'
  | 'cancelled'
  | 'kept'
  | 'outdated'
  | 'moved'
  | 'wished'

/** An interview one could have meant, as it was when we asked. */
export interface Choice {
  interviewId: number
  revision: number
}

/** Older requests are history: they stay on the interview's page. */
const DAYS_SHOWN = 7
const MOST_SHOWN = 20

/** What the team wants to know of, apart from what the calendar shows. */
export const TELLING: Outcome[] = ['asked_to_move', 'wished', 'cancelled']

/**
 * What a candidate answered about an interview, and what came of it: one row for each message that was understood.
 */
export default class Answer extends AnswerSchema {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare messageId: number | null

  @column()
  declare intent: Intent

  @column()
  declare outcome: Outcome

  @jsonColumn()
  declare choices: Choice[] | null

  @belongsTo(() => Contact)
  declare contact: BelongsTo<typeof Contact>

  @belongsTo(() => Interview)
  declare interview: BelongsTo<typeof Interview>

  static newestOf({ id }: Contact, trx: TransactionClientContract) {
    return this.query({ client: trx }).where('contact_id', id).orderBy('id', 'desc').first()
  }

  /** What candidates asked for and nobody of the team has seen, the newest of each interview. */
  static waiting(now: DateTime) {
    return this.query()
      .whereNull('seen_at')
      .whereIn('outcome', TELLING)
      .where('created_at', '>=', toDb(now.minus({ days: DAYS_SHOWN })))
      .whereNotExists((later) =>
        later
          .from('answers as later')
          .whereColumn('later.interview_id', 'answers.interview_id')
          .whereColumn('later.id', '>', 'answers.id')
          .whereIn('later.outcome', [...TELLING, 'moved'])
      )
      .where((query) => {
        query.where('outcome', 'cancelled').orWhereHas('interview', (interview) => {
          interview.whereIn('status', ['scheduled', 'confirmed'])
          interview.whereColumn('interviews.revision', 'answers.revision')
        })
      })
      .preload('contact')
      .preload('interview')
      .orderBy('id', 'desc')
      .limit(MOST_SHOWN)
  }

  /** What its candidate asked for and still waits. */
  static async waitingOf({ id }: Interview, now: DateTime): Promise<Answer | null> {
    return this.waiting(now).where('interview_id', id).first()
  }

  /** Whether somebody answered that about the interview as it stands. */
  static async isKnown(
    { id: interviewId, revision }: Interview,
    outcomes: Outcome[],
    trx: TransactionClientContract
  ) {
    const known = this.query({ client: trx }).where({ interviewId, revision })
    return (await known.whereIn('outcome', outcomes).first()) !== null
  }

  /** Somebody of the team knows, and with it of all that was answered about that interview before. */
  async markSeen({ by }: { by: User }) {
    await Answer.query()
      .where('contact_id', this.contactId)
      .where('interview_id', this.interviewId ?? 0)
      .where('id', '<=', this.id)
      .whereNull('seen_at')
      .update({ seen_at: toDb(DateTime.utc()), seen_by_id: by.id })
  }
}
