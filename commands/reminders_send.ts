import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class RemindersSend extends BaseCommand {
  static commandName = 'reminders:send'
  static description = 'Write the reminders that are due (the scheduler does this every minute)'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({
    description: "All of tomorrow's interviews, for a schedule that runs once a night",
  })
  declare tomorrow: boolean

  @flags.boolean({ description: 'Only show what would be sent' })
  declare dryRun: boolean

  async run() {
    const { ReminderNotifier } = await import('#notifications/reminder_notifier')
    if (this.dryRun) return this.show(await ReminderNotifier.preview({ tomorrow: this.tomorrow }))

    const written = this.tomorrow
      ? await ReminderNotifier.sendTomorrow()
      : await ReminderNotifier.sendDue()
    this.logger.success(`${written} lembrete(s) na fila de envio.`)
  }

  private show(
    due: { interviewId: number; title: string; startsAt: { toISO(): string | null } }[]
  ) {
    for (const { interviewId, title, startsAt } of due) {
      this.logger.info(`#${interviewId} ${title} — ${startsAt.toISO()}`)
    }
    this.logger.info(`${due.length} lembrete(s) seriam enviados. Nada foi enviado.`)
  }
}
