import type { PlaceholderName } from '#templates/placeholders'

/** Texts about one interview. */
export const INTERVIEW_KEYS = [
  'interview_scheduled',
  'interview_rescheduled',
  'interview_updated',
  'interview_cancelled',
  'interview_reminder',
] as const

export const TEMPLATE_KEYS = [...INTERVIEW_KEYS, 'team_message'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

export interface TemplateDefinition {
  label: string
  /** When it is sent, for the person who edits it. */
  description: string
  placeholders: readonly PlaceholderName[]
}

const INTERVIEW: readonly PlaceholderName[] = [
  'candidate_name',
  'candidate_first_name',
  'company_name',
  'title',
  'type_label',
  'date',
  'time',
  'time_zone_label',
  'duration',
  'location',
  'meeting_url',
  'description',
  'onsite',
  'job_title',
  'round_name',
  'signature',
]

/** What one can still answer to. */
const AHEAD: readonly PlaceholderName[] = [...INTERVIEW, 'answer_options']

export const TEMPLATES: Record<TemplateKey, TemplateDefinition> = {
  interview_scheduled: {
    label: 'Entrevista agendada',
    description: 'Enviado assim que a entrevista é agendada.',
    placeholders: AHEAD,
  },
  interview_rescheduled: {
    label: 'Entrevista remarcada',
    description: 'Enviado quando a data ou o horário muda. Traz também a data anterior.',
    placeholders: [...AHEAD, 'previous_date', 'previous_time'],
  },
  interview_updated: {
    label: 'Entrevista atualizada',
    description:
      'Enviado quando muda o local, o link, a duração, o tipo, o título ou a descrição, mas não a data.',
    placeholders: AHEAD,
  },
  interview_cancelled: {
    label: 'Entrevista cancelada',
    description: 'Enviado quando a entrevista é cancelada.',
    placeholders: INTERVIEW,
  },
  interview_reminder: {
    label: 'Lembrete',
    description: 'Enviado antes da entrevista, com as antecedências escolhidas em Configurações.',
    placeholders: [...AHEAD, 'day_phrase'],
  },
  team_message: {
    label: 'Mensagem da equipe',
    description:
      'Enviado por um atendente, em Conversas, a quem não escreve há mais de 24 horas. Só sai depois de aprovado.',
    placeholders: [
      'candidate_name',
      'candidate_first_name',
      'company_name',
      'signature',
      'message_text',
    ],
  },
}
