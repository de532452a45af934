export const ROLES = ['admin', 'recruiter', 'agent'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  admin: 'Administração',
  recruiter: 'Recrutamento',
  agent: 'Atendimento',
}
