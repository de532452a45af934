import type { Outcome } from '#answers/models/answer'

const SENTENCES: Partial<Record<Outcome, string>> = {
  asked_to_move: 'pediu outra data',
  wished: 'pediu outra data',
  cancelled: 'cancelou a entrevista',
}

/** What somebody did, after their name. */
export const spokenAnswer = (outcome: Outcome) => SENTENCES[outcome] ?? 'respondeu'
