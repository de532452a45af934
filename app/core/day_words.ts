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
