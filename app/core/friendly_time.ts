import { DateTime } from 'luxon'

const LOCALE = 'pt-BR'
const JUST_NOW_SECONDS = 45

export type TimeShown = 'both' | 'date' | 'time' | 'ago'

interface FriendlyOptions {
  /** IANA zone whose clock and calendar are meant. */
  zone: string
  /** `both` (hoje 14:00) unless told: only the `date`, only the `time`, or how long `ago`. */
  show?: TimeShown
}

/**
 * An instant as people say it: *hoje 14:00*, *amanhã 9:30*, *seg., 1º dez. 14:00*; with the year when it is another one.
 */
export function friendlyTime(instant: DateTime, { zone, show = 'both' }: FriendlyOptions) {
  const local = instant.setZone(zone).setLocale(LOCALE)
  if (show === 'time') return clock(local)
  if (show === 'date') return day(local)
  if (show === 'ago') return ago(local)
  return `${day(local)} ${clock(local)}`
}

/**
 * The instant in full, for who wants to be sure: *segunda-feira, 1º de dezembro de 2026, 14:00 (Horário Padrão de Brasília)*.
 */
export function exactTime(instant: DateTime, { zone }: FriendlyOptions) {
  const local = instant.setZone(zone).setLocale(LOCALE)
  const date = local.toFormat("cccc, {} 'de' LLLL 'de' yyyy").replace('{}', ordinal(local))
  return `${date}, ${clock(local)} (${local.offsetNameLong})`
}

const clock = (local: DateTime) => local.toFormat('H:mm')

/** Brazilians say the first of a month as an ordinal, all other days as a number. */
const ordinal = (local: DateTime) => (local.day === 1 ? '1º' : String(local.day))

function day(local: DateTime) {
  const today = DateTime.now().setZone(local.zone)
  const daysAhead = local.startOf('day').diff(today.startOf('day'), 'days').days
  const word = { '-1': 'ontem', '0': 'hoje', '1': 'amanhã' }[String(Math.round(daysAhead))]
  if (word) return word

  const year = local.year === today.year ? '' : ` ${local.year}`
  return `${local.toFormat('ccc')}, ${ordinal(local)} ${local.toFormat('LLL')}${year}`
}

/** *agora*, *há 5 minutos*, *em 2 horas*; beyond a day the date says more. */
function ago(local: DateTime) {
  const seconds = local.diffNow('seconds').seconds
  if (Math.abs(seconds) < JUST_NOW_SECONDS) return 'agora'
  if (Math.abs(seconds) >= 24 * 60 * 60) return `${day(local)} ${clock(local)}`
  return local.toRelative({ locale: LOCALE })!
}
