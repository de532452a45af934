import type { Locale } from '#contacts/locales'
import type Interview from '#interviews/models/interview'

const QUESTION: Record<Locale, string> = {
  'pt-BR': 'Responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.',
  'en': 'Reply *1* to confirm, *2* to reschedule or *3* to cancel.',
  'es': 'Responda *1* para confirmar, *2* para reprogramar o *3* para cancelar.',
}

const CONFIRMED: Record<Locale, string> = {
  'pt-BR':
    'Sua presença já está confirmada. Se algo mudar, responda *2* para remarcar ou *3* para cancelar.',
  'en': 'Your attendance is already confirmed. If anything changes, reply *2* to reschedule or *3* to cancel.',
  'es': 'Su asistencia ya está confirmada. Si algo cambia, responda *2* para reprogramar o *3* para cancelar.',
}

/** What a candidate may answer, by number; who has confirmed is not asked again. */
export const answerOptions = ({ status }: Pick<Interview, 'status'>, locale: Locale) =>
  (status === 'confirmed' ? CONFIRMED : QUESTION)[locale]
