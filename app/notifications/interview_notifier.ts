import type { EventKind } from '#interviews/interview_change'
import Interview from '#interviews/models/interview'
import type InterviewEvent from '#interviews/models/interview_event'
import { isTold } from '#messages/message_status'
import Message from '#messages/models/message'
import type { Reason } from '#messages/reasons'
import { factsOf, sameDate, sameFacts, type InterviewFacts } from '#notifications/interview_facts'
import { interviewText, planInterviewMessage } from '#notifications/interview_message'
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
  /** Whoever is booked will be told: the interview is written as waiting for that notice. */
  static expect(interview: Interview): void {
    interview.whatsappStatus = 'queued'
  }

  static async notify(event: InterviewEvent): Promise<void> {
    const { interview, kind } = event
    const key = noticeKey(interview.id, event.id)
    const notifier = new InterviewNotifier(interview, key, event.$trx!)
    if (kind === 'completed' || kind === 'no_show') await notifier.takeBack('interview_over')
    if (kind === 'confirmed') await notifier.rewordReminder()
    // Who cancelled knows; the answer to their words says it is done.
    if (kind === 'cancelled' && event.byCandidate)
      return void (await notifier.takeBack('interview_cancelled'))
    if (!event.isVisibleToCandidate || !TELLING.includes(kind)) return
    const isExpected = true
    await (kind === 'booked' ? notifier.plan(FIRST_NOTICE, { isExpected }) : notifier.tell())
  }

  /**
   * A message that counted as told was taken back at the last moment: the interview changed while it was on its way.
   * What the candidate must know is decided again.
   */
  static async reconsider(taken: Message, trx: TransactionClientContract): Promise<void> {
    const interview = await Interview.query({ client: trx })
      .where('id', taken.interviewId!)
      .forUpdate()
      .firstOrFail()
    if (!interview.isOpen && interview.status !== 'cancelled') return
    const key = `notice:${interview.id}:instead_of:${taken.id}`
    await new InterviewNotifier(interview, key, trx).tell([taken])
  }

  private constructor(
    private readonly interview: Interview,
    private readonly key: string,
    private readonly trx: TransactionClientContract
  ) {}

  private async tell(taken: Message[] = []) {
    const reason = this.isCancelled ? 'interview_cancelled' : 'interview_changed'
    const unsent = await this.takeBack(reason)
    const decision = this.decide(await this.lastTold())
    if (decision) await this.plan(decision)
    if (!this.isCancelled) await this.restoreReminder([...unsent, ...taken])
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

  private async plan({ template, previous }: Decision, { isExpected = false } = {}) {
    await planInterviewMessage(
      {
        template,
        previous,
        isExpected,
        interview: this.interview,
        kind: 'notice',
        dedupeKey: this.key,
        expiresAt: this.isCancelled ? this.interview.endsAt : this.interview.startsAt,
      },
      this.trx
    )
  }

  /** A reminder that was waiting spoke of the old details: it is written again, unless the date itself moved. */
  private async restoreReminder(taken: Message[]) {
    const reminder = taken.find(({ kind }) => kind === 'reminder')
    if (!reminder || this.interview.hasBegun) return
    const facts = reminder.facts as unknown as InterviewFacts & { offset: number }
    if (!sameDate(facts, factsOf(this.interview))) return
    await ReminderNotifier.remind(this.interview, facts.offset, this.trx)
  }

  /** By a notice, or by a reminder that got through where the notice did not. */
  private async lastTold() {
    const sent = await Message.query({ client: this.trx })
      .withScopes((scopes) => scopes.ofInterview(this.interview.id))
      .whereIn('kind', ['notice', 'reminder'])
      .orderBy('id', 'desc')
    return sent.find(({ status }) => isTold(status)) ?? null
  }

  /** Every message about the interview that has not left. */
  private async takeBack(reason: Reason) {
    const unsent = await Message.query({ client: this.trx })
      .withScopes((scopes) => scopes.ofInterview(this.interview.id))
      .where('status', 'queued')
      .orderBy('id')
      .forUpdate()
    for (const message of unsent) await message.supersede(reason, this.trx)
    return unsent
  }

  /** One that waits for the morning no longer asks for what has been answered. */
  private async rewordReminder() {
    const waiting = await Message.query({ client: this.trx })
      .withScopes((scopes) => scopes.ofInterview(this.interview.id))
      .where({ status: 'queued', kind: 'reminder' })
      .forUpdate()
    const reworded = { interview: this.interview, template: 'interview_reminder' } as const
    for (const reminder of waiting) {
      const body = await interviewText(reworded, this.trx)
      await reminder.merge({ body, content: null }).save()
    }
  }

  private get isCancelled() {
    return this.interview.status === 'cancelled'
  }
}
