import type { EventKind } from '#interviews/interview_change'
import type Interview from '#interviews/models/interview'
import type InterviewEvent from '#interviews/models/interview_event'
import { isTold } from '#messages/message_status'
import Message from '#messages/models/message'
import type { Reason } from '#messages/reasons'
import { factsOf, sameDate, sameFacts, type InterviewFacts } from '#notifications/interview_facts'
import { planInterviewMessage } from '#notifications/interview_message'
import { noticeKey } from '#notifications/notice_key'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import type { TemplateKey } from '#templates/template_catalogue'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

const TELLING: EventKind[] = ['booked', 'rescheduled', 'details_changed', 'cancelled']

interface Decision {
  template: TemplateKey
  previous: InterviewFacts | null
}

/** There is nothing to take back yet, and nobody to have been told otherwise. */
const FIRST_NOTICE: Decision = { template: 'interview_scheduled', previous: null }

/**
 * Who is told about a change, and with which text. Decides from what the candidate was last *told*: two moves before
 * the first notice left are one notice, and moving back to the date already told needs none.
 */
export class InterviewNotifier {
  static async notify(event: InterviewEvent): Promise<void> {
    const trx = event.$trx!
    const { interview, kind } = event
    if (kind === 'completed' || kind === 'no_show') {
      await this.silence(interview, 'interview_over', trx)
    }
    if (!event.isVisibleToCandidate || !TELLING.includes(kind)) return
    await new InterviewNotifier(interview, event, trx).tell()
  }

  private constructor(
    private readonly interview: Interview,
    private readonly event: InterviewEvent,
    private readonly trx: TransactionClientContract
  ) {}

  private async tell() {
    if (this.event.kind === 'booked') return this.plan(FIRST_NOTICE)

    const reason = this.isCancelled ? 'interview_cancelled' : 'interview_changed'
    const unsent = await InterviewNotifier.silence(this.interview, reason, this.trx)
    const decision = this.decide(await this.lastTold())
    if (decision) await this.plan(decision)
    if (!this.isCancelled) await this.restoreReminder(unsent)
  }

  private decide(told: Message | null): Decision | null {
    const toldCancelled = told?.templateKey === 'interview_cancelled'
    if (this.isCancelled) {
      const useless = !told || toldCancelled || this.interview.endsAt <= DateTime.utc()
      return useless ? null : { template: 'interview_cancelled', previous: null }
    }
    if (!told || toldCancelled) return FIRST_NOTICE

    const previous = told.facts as unknown as InterviewFacts
    const current = factsOf(this.interview)
    if (sameFacts(previous, current)) return null
    if (sameDate(previous, current)) return { template: 'interview_updated', previous }
    return { template: 'interview_rescheduled', previous }
  }

  private plan({ template, previous }: Decision) {
    return planInterviewMessage(
      {
        template,
        previous,
        interview: this.interview,
        kind: 'notice',
        dedupeKey: noticeKey(this.interview.id, this.event.id),
        expiresAt: this.isCancelled ? this.interview.endsAt : this.interview.startsAt,
      },
      this.trx
    )
  }

  /** A reminder that was waiting spoke of the old details: it is written again, unless the date itself moved. */
  private async restoreReminder(unsent: Message[]) {
    const reminder = unsent.find(({ kind }) => kind === 'reminder')
    if (!reminder || this.event.kind === 'rescheduled') return
    await ReminderNotifier.remind(this.interview, reminder.facts!.offset as number, this.trx)
  }

  private async lastTold() {
    const notices = await Message.query({ client: this.trx })
      .withScopes((scopes) => scopes.ofInterview(this.interview.id))
      .where('kind', 'notice')
      .orderBy('id', 'desc')
    return notices.find(({ status }) => isTold(status)) ?? null
  }

  private get isCancelled() {
    return this.event.kind === 'cancelled'
  }

  /** Takes back every message about the interview that has not left. */
  private static async silence(
    interview: Interview,
    reason: Reason,
    trx: TransactionClientContract
  ) {
    const unsent = await Message.query({ client: trx })
      .withScopes((scopes) => scopes.ofInterview(interview.id))
      .where('status', 'queued')
      .orderBy('id')
      .forUpdate()
    for (const message of unsent) await message.supersede(reason, trx)
    return unsent
  }
}
