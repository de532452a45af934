import type { DateTime } from 'luxon'

const LOCALE = 'pt-BR'

/** *Segunda-feira* */
export function dayTitle(day: DateTime) {
  const name = day.setLocale(LOCALE).toFormat('cccc')
  return name[0].toUpperCase() + name.slice(1)
}

/** *segunda-feira, 1º de dezembro* */
export function dayLead(day: DateTime) {
  const local = day.setLocale(LOCALE)
  const number = local.day === 1 ? '1º' : String(local.day)
  return `${local.toFormat('cccc')}, ${number} de ${local.toFormat('LLLL')}`
}

/** *Hoje*, *Ontem*, *sexta-feira, 20 de novembro*; with the year when it is another one. Both in the same zone. */
export function threadDay(day: DateTime, now: DateTime) {
  const today = now.setZone(day.zone).startOf('day')
  const ago = Math.round(today.diff(day.startOf('day'), 'days').days)
  if (ago === 0) return 'Hoje'
  if (ago === 1) return 'Ontem'
  if (ago === -1) return 'Amanhã'
  return day.year === today.year ? dayLead(day) : `${dayLead(day)} de ${day.year}`
}
