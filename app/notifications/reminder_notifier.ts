import { fromDb, toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { nextReminder, remindersOf } from '#interviews/reminder_plan'
import { dueReminders, remindersStarting, type DueRow } from '#notifications/due_reminders'
import { planInterviewMessage } from '#notifications/interview_message'
import { reminderChannel } from '#notifications/telemetry'
import CompanySettings from '#settings/models/company_settings'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

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
    return this.sendAll(dueReminders())
  }

  /** For a schedule that runs once a night: every reminder of tomorrow's interviews, in the company's zone. */
  static async sendTomorrow() {
    return this.sendAll(await this.ofTomorrow())
  }

  /** What would be sent now, for `--dry-run`. */
  static async preview({ tomorrow }: { tomorrow: boolean }): Promise<DueReminder[]> {
    const due = await Array.fromAsync(tomorrow ? await this.ofTomorrow() : dueReminders())
    return due
      .map((row) => ({ interviewId: row.id, title: row.title, startsAt: fromDb(row.starts_at) }))
      .filter(({ startsAt }) => startsAt > DateTime.utc())
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

  private static async sendAll(due: AsyncIterable<DueRow>) {
    let written = 0
    for await (const row of due) written += await this.fulfil(row).catch(complain(row.id))
    if (written > 0) reminderChannel.publish(written)
    return written
  }

  /**
   * Under the row's lock: what another scheduler has advanced meanwhile, or a person has moved, is no longer what was
   * found. One nobody wrote in time ends in the history, with its reason.
   */
  private static async fulfil(found: DueRow) {
    return db.transaction(async (trx) => {
      const interview = await Interview.query({ client: trx })
        .where({ id: found.id, next_reminder_at: found.next_reminder_at })
        .forUpdate()
        .first()
      if (!interview?.isOpen) return 0

      const { reminderOffsets } = await CompanySettings.current(trx)
      const due = this.dueOffset(interview, reminderOffsets)
      const message = await this.remind(interview, due.offset, trx)
      await this.advance(interview, due.at, reminderOffsets, trx)
      if (!interview.hasBegun) return message ? 1 : 0
      await message?.end('expired', 'interview_started', trx)
      return 0
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

  private static async ofTomorrow() {
    const { timeZone } = await CompanySettings.current()
    const from = DateTime.utc().setZone(timeZone).plus({ days: 1 }).startOf('day')
    return remindersStarting(from, from.plus({ days: 1 }))
  }
}

/** One interview that cannot be reminded of does not keep the others waiting. */
const complain = (interviewId: number) => (error: unknown) => {
  logger.error({ err: error, interviewId }, 'a reminder could not be written')
  return 0
}
