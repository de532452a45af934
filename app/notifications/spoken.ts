import type { Locale } from '#contacts/locales'
import type { DateTime } from 'luxon'

/** Dates and durations as people say them, in the three languages messages are written in. */
const WORDS = {
  'pt-BR': {
    hour: 'hora',
    hours: 'horas',
    minute: 'minuto',
    minutes: 'minutos',
    and: ' e ',
    today: 'hoje',
    tomorrow: 'amanhã',
    zone: (city: string) => `horário de ${city}`,
  },
  'en': {
    hour: 'hour',
    hours: 'hours',
    minute: 'minute',
    minutes: 'minutes',
    and: ' and ',
    today: 'today',
    tomorrow: 'tomorrow',
    zone: (city: string) => `${city} time`,
  },
  'es': {
    hour: 'hora',
    hours: 'horas',
    minute: 'minuto',
    minutes: 'minutos',
    and: ' y ',
    today: 'hoy',
    tomorrow: 'mañana',
    zone: (city: string) => `hora de ${city}`,
  },
}

/** Cities of Brazilian zones as Brazilians write them; others are read off the zone's name. */
const CITIES: Record<string, string> = {
  'America/Sao_Paulo': 'Brasília',
  'America/Belem': 'Belém',
  'America/Cuiaba': 'Cuiabá',
  'America/Maceio': 'Maceió',
  'America/Noronha': 'Fernando de Noronha',
  'America/Porto_Velho': 'Porto Velho',
  'America/Rio_Branco': 'Rio Branco',
}

/** "terça-feira, 1º de dezembro de 2026" */
export function spokenDate(local: DateTime, locale: Locale) {
  const text = local.setLocale(locale).toLocaleString({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return locale === 'pt-BR' ? text.replace(/ 1 de /, ' 1º de ') : text
}

/** "14:00", in every language: a time that can be misread is worse than one that sounds foreign. */
export const spokenTime = (local: DateTime) => local.toFormat('HH:mm')

/** "1 hora e 30 minutos" */
export function spokenDuration(total: number, locale: Locale) {
  const words = WORDS[locale]
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  return [
    hours > 0 && `${hours} ${hours === 1 ? words.hour : words.hours}`,
    minutes > 0 && `${minutes} ${minutes === 1 ? words.minute : words.minutes}`,
  ]
    .filter(Boolean)
    .join(words.and)
}

/** "hoje", "amanhã", or the date; seen from `now`. */
export function spokenDay(local: DateTime, now: DateTime, locale: Locale) {
  const days = dayNumber(local) - dayNumber(now.setZone(local.zone))
  if (days === 0) return WORDS[locale].today
  if (days === 1) return WORDS[locale].tomorrow
  return spokenDate(local, locale)
}

/** Days of the calendar, which are not all 24 hours long. */
const dayNumber = ({ year, month, day }: DateTime) => Date.UTC(year, month - 1, day) / 86_400_000

/** Empty where both clocks agree at that instant; otherwise whose clock it is. */
export function spokenZone(local: DateTime, companyZone: string, locale: Locale) {
  if (local.zoneName === companyZone) return ''
  if (local.offset === local.setZone(companyZone).offset) return ''
  const city = CITIES[local.zoneName!] ?? local.zoneName!.split('/').at(-1)!.replaceAll('_', ' ')
  return WORDS[locale].zone(city)
}
