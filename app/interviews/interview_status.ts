export const INTERVIEW_STATUSES = [
  'scheduled',
  'confirmed',
  'completed',
  'no_show',
  'cancelled',
] as const
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number]

export const INTERVIEW_TYPES = ['onsite', 'video', 'phone'] as const
export type InterviewType = (typeof INTERVIEW_TYPES)[number]

export const STATUS_LABELS: Record<InterviewStatus, string> = {
  scheduled: 'Agendada',
  confirmed: 'Confirmada',
  completed: 'Realizada',
  no_show: 'Não compareceu',
  cancelled: 'Cancelada',
}

export const TYPE_LABELS: Record<InterviewType, string> = {
  onsite: 'Presencial',
  video: 'Por vídeo',
  phone: 'Por telefone',
}

/** Scheduled may go straight to its end: many candidates come without ever confirming. */
const ARROWS: Record<InterviewStatus, InterviewStatus[]> = {
  scheduled: ['confirmed', 'completed', 'no_show', 'cancelled'],
  confirmed: ['completed', 'no_show', 'cancelled'],
  completed: [],
  no_show: [],
  cancelled: [],
}

export const canMove = (from: InterviewStatus, to: InterviewStatus) => ARROWS[from].includes(to)

/** Still ahead: it can be moved, edited, reminded of. */
export const isOpen = (status: InterviewStatus) => status === 'scheduled' || status === 'confirmed'
