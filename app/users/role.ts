export const ROLES = ['admin', 'recruiter', 'agent'] as const
export type Role = (typeof ROLES)[number]

/** What each may do, for who hands them out. */
export const ROLE_DUTIES: Record<Role, string> = {
  admin: 'Tudo, e também as configurações e as pessoas',
  recruiter: 'Agenda entrevistas e cuida dos contatos',
  agent: 'Responde conversas',
}

export const ROLE_LABELS: Record<Role, string> = {
  admin: 'Administração',
  recruiter: 'Recrutamento',
  agent: 'Atendimento',
}
