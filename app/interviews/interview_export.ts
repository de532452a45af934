import { csvLines } from '#core/csv'
import { interviewsPage } from '#interviews/interview_list'
import type { InterviewFilters } from '#interviews/interview_filters'
import { STATUS_LABELS, TYPE_LABELS } from '#interviews/interview_status'
import type Interview from '#interviews/models/interview'

const ROWS = 500

const HEADER = [
  'Data',
  'Horário',
  'Fuso',
  'Duração (min)',
  'Candidato(a)',
  'Telefone',
  'Título',
  'Vaga',
  'Etapa',
  'Tipo',
  'Local ou link',
  'Situação',
  'Quem entrevista',
]

/** Every interview the filters find, as CSV, read page by page. */
export const exportInterviews = (filters: InterviewFilters, zone: string) =>
  csvLines(HEADER, rows(filters, zone))

async function* rows(filters: InterviewFilters, zone: string) {
  let cursor: string | undefined
  do {
    const page = await interviewsPage({ ...filters, cursor }, zone, ROWS)
    for (const interview of page.rows) yield row(interview)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

function row(interview: Interview) {
  const { candidate, jobOpening, round, interviewers } = interview
  return [
    interview.localStart.toFormat('dd/MM/yyyy'),
    interview.localStart.toFormat('HH:mm'),
    interview.timeZone,
    interview.durationMinutes,
    candidate.name,
    candidate.phone,
    interview.title,
    jobOpening?.title,
    round?.name,
    TYPE_LABELS[interview.interviewType],
    interview.location ?? interview.meetingUrl,
    STATUS_LABELS[interview.status],
    interviewers.map(({ fullName }) => fullName).join(', '),
  ]
}
