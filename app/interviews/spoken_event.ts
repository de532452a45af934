import { friendlyTime } from '#core/friendly_time'
import { fromDb } from '#database/columns'
import type { Changes, EventKind } from '#interviews/interview_change'
import { TYPE_LABELS, type InterviewType } from '#interviews/interview_status'

const SENTENCES: Record<EventKind, string> = {
  booked: 'Entrevista agendada',
  rescheduled: 'Entrevista remarcada',
  details_changed: 'Dados alterados',
  asked_to_move: 'A pessoa pediu outra data',
  confirmed: 'Presença confirmada',
  cancelled: 'Entrevista cancelada',
  completed: 'Entrevista realizada',
  no_show: 'A pessoa não compareceu',
}

const FIELD_NAMES: Record<string, string> = {
  startsAt: 'Início',
  timeZone: 'Fuso',
  title: 'Título',
  interviewType: 'Tipo',
  durationMinutes: 'Duração',
  location: 'Local',
  meetingUrl: 'Link',
  description: 'Informações para a pessoa',
  internalNotes: 'Anotações internas',
  jobOpeningId: 'Vaga',
  roundId: 'Etapa',
  interviewerIds: 'Quem entrevista',
  candidateMayMove: 'A pessoa pode remarcar',
}

/** Too long, or mere numbers: that they changed says enough. */
const ONLY_NAMED = ['description', 'internalNotes', 'jobOpeningId', 'roundId', 'interviewerIds']

export interface SpokenChange {
  name: string
  from: string | null
  to: string | null
}

/** What happened, in a line. */
export const spokenEvent = (kind: EventKind) => SENTENCES[kind]

/** How the candidate did it without us. */
export const byCandidate = (kind: EventKind) =>
  kind === 'rescheduled'
    ? 'pela própria pessoa, no link que recebeu'
    : 'pela própria pessoa, no WhatsApp'

/** What changed, field by field, as people read it. */
export function spokenChanges(changes: Changes, zone: string): SpokenChange[] {
  return Object.entries(changes)
    .filter(([field]) => field in FIELD_NAMES)
    .map(([field, { from, to }]) => ({
      name: FIELD_NAMES[field],
      from: ONLY_NAMED.includes(field) ? null : spoken(field, from, zone),
      to: ONLY_NAMED.includes(field) ? null : spoken(field, to, zone),
    }))
}

function spoken(field: string, value: unknown, zone: string) {
  if (value === null || value === undefined || value === '') return 'vazio'
  if (field === 'startsAt') return friendlyTime(fromDb(value as string), { zone })
  if (field === 'interviewType') return TYPE_LABELS[value as InterviewType]
  if (field === 'candidateMayMove') return value ? 'sim' : 'não'
  if (field === 'durationMinutes') return `${value} min`
  return String(value)
}
