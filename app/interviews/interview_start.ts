import { Problem } from '#core/problem'
import { DateTime, Duration } from 'luxon'

/** A year typed with one digit too many is a slip, and years of five digits are no date to PostgreSQL. */
const FURTHEST = Duration.fromObject({ years: 10 })

const WALL = 'yyyy-MM-dd HH:mm'

export interface StartInput {
  starts_at?: string
  scheduled_date?: string
  scheduled_time?: string
  time_zone?: string
}

export const namesStart = (input: StartInput) =>
  input.starts_at !== undefined ||
  input.scheduled_date !== undefined ||
  input.scheduled_time !== undefined

/**
 * The instant meant by `starts_at` (ISO 8601 with offset), or by a date and a time in a zone. Refuses the past, the
 * far future, and times that the clocks of that zone skip.
 */
export function readStart(input: StartInput, defaultZone: string) {
  const timeZone = input.time_zone ?? defaultZone
  const startsAt = input.starts_at ? readInstant(input.starts_at) : readLocal(input, timeZone)
  const field = input.starts_at ? 'starts_at' : 'scheduled_date'
  if (startsAt <= DateTime.utc()) {
    throw Problem.invalid(
      field,
      'future',
      'Este horário já passou. Escolha uma data e hora no futuro.'
    )
  }
  if (startsAt > DateTime.utc().plus(FURTHEST)) {
    throw Problem.invalid(field, 'near', 'Esta data está longe demais. Confira o ano.')
  }
  return { startsAt: startsAt.toUTC().startOf('second'), timeZone }
}

function readInstant(text: string) {
  const instant = DateTime.fromISO(text, { setZone: true })
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/i.test(text)
  if (instant.isValid && hasOffset && text.includes('T')) return instant
  throw Problem.invalid(
    'starts_at',
    'iso8601',
    'Use data e hora com fuso, por exemplo 2026-12-01T14:00:00-03:00.'
  )
}

function readLocal({ scheduled_date: date, scheduled_time: time }: StartInput, zone: string) {
  if (!date) throw Problem.invalid('scheduled_date', 'required', 'Informe a data da entrevista.')
  if (!time) throw Problem.invalid('scheduled_time', 'required', 'Informe o horário da entrevista.')
  const clock = time.slice(0, 5)
  const local = DateTime.fromFormat(`${date} ${clock}`, WALL, { zone })
  // Luxon reads 24:00 as the next midnight, which is not what was typed.
  if (!local.isValid || clock === '24:00') {
    throw Problem.invalid('scheduled_date', 'date', 'Esta data ou este horário não existe.')
  }
  if (local.toFormat(WALL) !== `${date} ${clock}`) {
    throw Problem.invalid(
      'scheduled_time',
      'exists',
      `Neste dia os relógios adiantam e ${clock} não existe neste fuso. Escolha outro horário.`
    )
  }
  // Where clocks go back an hour comes twice: the first of the two, whatever the season is now.
  return DateTime.min(...local.getPossibleOffsets())!
}
