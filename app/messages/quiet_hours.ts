import { type DateTime } from 'luxon'

interface Hours {
  quietHoursStart: string | null
  quietHoursEnd: string | null
}

/**
 * The hours in which nobody's phone should ring, in the person's own zone. They defer; they never drop.
 */
export class QuietHours {
  constructor(
    private readonly hours: Hours,
    private readonly zone: string
  ) {}

  /** When a message due at `due` may ring: `due` itself, or the end of the quiet hours around it. */
  endAround(due: DateTime): DateTime {
    const { quietHoursStart, quietHoursEnd } = this.hours
    if (!quietHoursStart || !quietHoursEnd || quietHoursStart === quietHoursEnd) return due

    const local = due.setZone(this.zone)
    const clock = local.toFormat('HH:mm')
    const overnight = quietHoursStart > quietHoursEnd
    const quiet = overnight
      ? clock >= quietHoursStart || clock < quietHoursEnd
      : clock >= quietHoursStart && clock < quietHoursEnd
    if (!quiet) return due

    const day = overnight && clock >= quietHoursStart ? local.plus({ days: 1 }) : local
    const [hour, minute] = quietHoursEnd.split(':').map(Number)
    return day.set({ hour, minute, second: 0, millisecond: 0 }).toUTC()
  }

  /** As `endAround`, but a message that would come too late for `deadline` rings at once. */
  defer(due: DateTime, deadline: DateTime | null): DateTime {
    const allowed = this.endAround(due)
    return deadline && allowed >= deadline ? due : allowed
  }
}
