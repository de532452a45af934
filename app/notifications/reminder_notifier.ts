import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { nextReminder, remindersOf } from '#interviews/reminder_plan'
import { planInterviewMessage } from '#notifications/interview_message'
import CompanySettings from '#settings/models/company_settings'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

const BATCH = 200

export interface DueReminder {
  interviewId: number
  title: string
  startsAt: DateTime
}

/**
 * Which interviews are due a reminder. Costs what is due, not what is stored.
 */
export class ReminderNotifier {
  /** Reminders whose time has come, also those a stopped scheduler left behind. Answers how many were written. */
  static async sendDue() {
    return this.sendAll((after) => this.due(after))
  }

  /** For a schedule that runs once a night: every reminder of tomorrow's interviews, in the company's zone. */
  static async sendTomorrow() {
    const { from, to } = await this.tomorrow()
    return this.sendAll((after) => this.ofTomorrow(from, to, after))
  }

  /** What would be sent now, for `--dry-run`. */
  static async preview({ tomorrow }: { tomorrow: boolean }): Promise<DueReminder[]> {
    if (!tomorrow) return this.listed(await this.due(0))
    const { from, to } = await this.tomorrow()
    return this.listed(await this.ofTomorrow(from, to, 0))
  }

  /** Writes one reminder. Its promise names the interview, the offset and the date: the same one twice is one. */
  static async remind(interview: Interview, offset: number, trx: TransactionClientContract) {
    return planInterviewMessage(
      {
        interview,
        kind: 'reminder',
        template: 'interview_reminder',
        dedupeKey: `reminder:${interview.id}:${offset}:${toDb(interview.startsAt)}`,
        expiresAt: interview.startsAt,
        facts: { offset },
      },
      trx
    )
  }

  private static async sendAll(page: (afterId: number) => Promise<Interview[]>) {
    let written = 0
    let last = 0
    for (;;) {
      const interviews = await page(last)
      if (interviews.length === 0) return written
      for (const { id } of interviews) written += await this.fulfil(id)
      last = interviews.at(-1)!.id
    }
  }

  /** Under the row's lock: a second scheduler finds the reminder already advanced. */
  private static async fulfil(id: number) {
    return db.transaction(async (trx) => {
      const interview = await Interview.query({ client: trx }).where('id', id).forUpdate().first()
      if (!interview?.isOpen || !interview.nextReminderAt || interview.hasBegun) return 0

      const { reminderOffsets } = await CompanySettings.current(trx)
      const due = this.dueOffset(interview, reminderOffsets)
      const message = await this.remind(interview, due.offset, trx)
      await this.advance(interview, due.at, reminderOffsets, trx)
      return message ? 1 : 0
    })
  }

  /** After a long stop several have passed: the latest one speaks for all. */
  private static dueOffset(interview: Interview, offsets: number[]) {
    const now = DateTime.utc()
    const passed = remindersOf(interview.startsAt, offsets).filter(({ at }) => at <= now)
    const at = interview.nextReminderAt!
    const own = { at, offset: Math.round(interview.startsAt.diff(at, 'minutes').minutes) }
    return passed.filter((reminder) => reminder.at >= at).at(-1) ?? own
  }

  private static async advance(
    interview: Interview,
    after: DateTime,
    offsets: number[],
    trx: TransactionClientContract
  ) {
    const next = nextReminder(interview.startsAt, offsets, after)
    await Interview.query({ client: trx })
      .where('id', interview.id)
      .update({ next_reminder_at: next ? toDb(next.at) : null })
  }

  private static due(afterId: number) {
    const now = toDb(DateTime.utc())
    return this.reminded(afterId).where('next_reminder_at', '<=', now).where('starts_at', '>', now)
  }

  private static ofTomorrow(from: DateTime, to: DateTime, afterId: number) {
    return this.reminded(afterId)
      .whereNotNull('next_reminder_at')
      .where('starts_at', '>=', toDb(from))
      .where('starts_at', '<', toDb(to))
  }

  private static reminded(afterId: number) {
    return Interview.query()
      .whereIn('status', ['scheduled', 'confirmed'])
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(BATCH)
  }

  private static async tomorrow() {
    const { timeZone } = await CompanySettings.current()
    const from = DateTime.utc().setZone(timeZone).plus({ days: 1 }).startOf('day')
    return { from, to: from.plus({ days: 1 }) }
  }

  private static listed(interviews: Interview[]): DueReminder[] {
    return interviews.map(({ id, title, startsAt }) => ({ interviewId: id, title, startsAt }))
  }
}
