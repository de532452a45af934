/** What a person lets us write to them, the least first. */
export const ACCEPTS = ['nothing', 'own_interviews', 'everything'] as const
export type Accepts = (typeof ACCEPTS)[number]

export const ACCEPTS_LABELS: Record<Accepts, string> = {
  everything: 'Todas as mensagens',
  own_interviews: 'Só sobre as próprias entrevistas',
  nothing: 'Nenhuma mensagem',
}

/** Who said so: the person in a message, a recruiter who heard of it, the ERP. */
export type ConsentSource = 'inbound' | 'recruiter' | 'api'

export const covers = (accepted: Accepts, needed: Accepts) =>
  ACCEPTS.indexOf(accepted) >= ACCEPTS.indexOf(needed)
