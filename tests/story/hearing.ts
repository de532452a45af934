import { same, type Appointment, type Truth } from '#tests/story/appointment'
import type { Heard } from '#tests/story/heard'
import { DateTime } from 'luxon'

interface Moment {
  /** What was true while it was sent: more than one when somebody changed it meanwhile. */
  truths: Truth[]
  wasOpen: boolean
  /** A message about this interview counts, or counted, as told, and nobody heard it; its row says why. */
  isUnheard: boolean
  /** It may have been heard all the same. */
  isUncertain: boolean
  /** Where the person lives. */
  zone: string
}

/** What is wrong with hearing this now, in words; empty when nothing is. */
export function faultsOf(heard: Heard, appointment: Appointment, moment: Moment): string[] {
  const faults =
    heard.kind === 'cancelled'
      ? faultsOfCancellation(appointment, moment)
      : faultsOfNews(heard, appointment, moment)
  if (isTooEarlyToRing(appointment, moment.zone)) faults.push('rings at night')
  return faults
}

function faultsOfCancellation(appointment: Appointment, { isUnheard }: Moment) {
  const { state, heard } = appointment
  return [
    state !== 'cancelled' && 'tells of a cancellation there was not',
    heard.some(({ kind }) => kind === 'cancelled') && 'cancels twice',
    heard.length === 0 && !isUnheard && 'cancels what nobody had heard of',
  ].filter((fault) => fault !== false)
}

function faultsOfNews(heard: Heard, appointment: Appointment, moment: Moment) {
  const { truths, wasOpen } = moment
  const truth = truths.find((one) => same(heard, one))
  const faults = [!wasOpen && 'speaks of what is closed', !truth && 'is not true']
  if (truth) {
    faults.push(truth.start <= DateTime.utc() && 'speaks of what has begun')
    faults.push(...(heard.kind === 'reminder' ? asReminder(truth, appointment) : []))
  }
  if (heard.kind !== 'reminder') faults.push(...(asNotice(heard, appointment, moment) || []))
  return faults.filter((fault) => fault !== false)
}

const asReminder = ({ start }: Truth, { reminded }: Appointment) => [
  reminded.includes(start.toMillis()) && 'reminds of one date twice',
  start.minus({ hours: 24 }) > DateTime.utc() && 'reminds too early',
]

function asNotice(heard: Heard, { heard: before, lastNotice }: Appointment, moment: Moment) {
  const { isUnheard, isUncertain } = moment
  const last = before.at(-1)
  const repeats = lastNotice && same(lastNotice, heard) && !isUncertain
  if (repeats) return ['tells the same twice']
  if (!last) return heard.kind !== 'scheduled' && !isUnheard && ['tells of a change to nothing']
  if (isUnheard) return []
  return [
    heard.kind === 'scheduled' && 'tells of it as new again',
    heard.kind === 'rescheduled' &&
      heard.before !== last.date &&
      'names another date as the old one',
    heard.kind === 'updated' && heard.date !== last.date && 'hides that the date changed',
  ]
}

/** Between 21:00 and 8:00, unless a start that the person knows or must know would come first. */
function isTooEarlyToRing({ starts }: Appointment, zone: string) {
  const local = DateTime.utc().setZone(zone)
  const isNight = local.hour >= 21 || local.hour < 8
  const morning = (local.hour >= 21 ? local.plus({ days: 1 }) : local).set({ hour: 8 })
  return isNight && starts.every((start) => start > morning.startOf('hour'))
}
