import type Interview from '#interviews/models/interview'
import type { Heard, Told } from '#tests/story/heard'
import { DateTime } from 'luxon'

const REMINDER = { hours: 24 }

/** What a message may say at a moment, and the start that goes with it. */
export interface Truth extends Told {
  start: DateTime
}

/**
 * What a person with a notebook knows of one interview: how it stands, and what its candidate has heard. Knows nothing of
 * how the application works it out.
 */
export class Appointment {
  readonly heard: Heard[] = []
  /** The starts it has had, the present one last. */
  readonly starts: DateTime[] = []
  /** Starts somebody was reminded of. */
  readonly reminded: number[] = []
  state: 'open' | 'cancelled' | 'over' = 'open'
  /** The scheduler has met the present start's reminder in time. */
  isReminderOwed = false
  #reminderDue: DateTime | null = null

  constructor(
    readonly interview: Interview,
    readonly person: number,
    readonly zone: string,
    public place: string
  ) {
    this.startAt(interview.startsAt)
  }

  /** A reminder whose time had passed when the date was set is nobody's duty. */
  startAt(start: DateTime) {
    this.starts.push(start)
    const due = start.minus(REMINDER)
    this.#reminderDue = due > DateTime.utc() ? due : null
    this.isReminderOwed = false
  }

  schedulerLooks() {
    if (this.state !== 'open' || !this.#reminderDue || this.#reminderDue > DateTime.utc()) return
    this.isReminderOwed = !this.hasBegun
    this.#reminderDue = null
  }

  get start() {
    return this.starts.at(-1)!
  }

  get hasBegun() {
    return this.start <= DateTime.utc()
  }

  get isOver() {
    return this.start.plus({ minutes: this.interview.durationMinutes }) <= DateTime.utc()
  }

  get truth(): Truth {
    const { start, place } = this
    return { start, place, date: spoken(start.setZone(this.zone)) }
  }

  get lastNotice() {
    return this.heard.findLast(({ kind }) => kind !== 'reminder')
  }
}

/** *terça-feira, 1º de dezembro de 2026, às 14:00* */
function spoken(local: DateTime) {
  const day = local.setLocale('pt-BR').toFormat("cccc, d 'de' MMMM 'de' yyyy")
  return `${day.replace(', 1 de ', ', 1º de ')}, às ${local.toFormat('HH:mm')}`
}

export const same = (a: Told, b: Told) => a.date === b.date && a.place === b.place
