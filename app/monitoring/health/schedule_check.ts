import { fromDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { Check, judged } from '#monitoring/health/check'
import { DateTime } from 'luxon'

/** Reminders are written each minute, uncertain messages looked for each fifteen seconds. */
const PATIENCE = { warn: 3 * 60, fail: 10 * 60 }

const OLDEST = `select min(due_at) as oldest from (
  select min(next_reminder_at) as due_at from interviews where next_reminder_at is not null
  union all select min(reconcile_at) from messages where reconcile_at is not null) due`

/** Whether anybody does what is to be done by the clock. */
export class ScheduleCheck extends Check {
  name = 'schedule'
  protected unknown = 'Não foi possível consultar as tarefas agendadas.'

  protected async look() {
    return judged(await overdueSeconds(), PATIENCE, {
      ok: 'Lembretes e conferências estão em dia.',
      late: (age) =>
        `Lembretes ou conferências estão ${age} atrasados. Confira se há um processo com a agenda de pé (“node ace work” ou EMBEDDED_WORKER=true) e o log dele.`,
    })
  }
}

/** How late the scheduler is; 0 when it is not. */
export async function overdueSeconds(now = DateTime.utc()) {
  const [{ oldest }] = await rowsOf<{ oldest: Date | string | null }>(OLDEST)
  return oldest ? Math.max(0, now.diff(fromDb(oldest), 'seconds').seconds) : 0
}
