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
    const clock = local.hour * 60 + local.minute
    const [start, end] = [minutesOf(quietHoursStart), minutesOf(quietHoursEnd)]
    const overnight = start > end
    const quiet = overnight ? clock >= start || clock < end : clock >= start && clock < end
    if (!quiet) return due

    const day = overnight && clock >= start ? local.plus({ days: 1 }) : local
    const [hour, minute] = [Math.floor(end / 60), end % 60]
    return day.set({ hour, minute, second: 0, millisecond: 0 }).toUTC()
  }

  /** As `endAround`, but a message that would come too late for `deadline` rings at once. */
  defer(due: DateTime, deadline: DateTime | null): DateTime {
    const allowed = this.endAround(due)
    return deadline && allowed >= deadline ? due : allowed
  }
}

/** Of `HH:mm`, since midnight. */
function minutesOf(clock: string) {
  const [hour, minute] = clock.split(':').map(Number)
  return hour * 60 + minute
}
