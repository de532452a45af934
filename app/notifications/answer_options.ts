import type { Locale } from '#contacts/locales'
import type Interview from '#interviews/models/interview'
import { ANSWER_TITLES } from '#templates/approval/answer_buttons'
import type { Button } from '#whatsapp/content'

const QUESTION: Record<Locale, string> = {
  'pt-BR': 'Responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.',
  'en': 'Reply *1* to confirm, *2* to reschedule or *3* to cancel.',
  'es': 'Responda *1* para confirmar, *2* para reprogramar o *3* para cancelar.',
}

const CONFIRMED: Record<Locale, string> = {
  'pt-BR': 'Sua presença já está confirmada.',
  'en': 'Your attendance is already confirmed.',
  'es': 'Su asistencia ya está confirmada.',
}

const IF_CHANGED: Record<Locale, string> = {
  'pt-BR': 'Se algo mudar, responda *2* para remarcar ou *3* para cancelar.',
  'en': 'If anything changes, reply *2* to reschedule or *3* to cancel.',
  'es': 'Si algo cambia, responda *2* para reprogramar o *3* para cancelar.',
}

type Asked = Pick<Interview, 'status'>

/** What a candidate may answer, by number; who has confirmed is not asked again. */
export const answerOptions = ({ status }: Asked, locale: Locale) =>
  status === 'confirmed' ? `${CONFIRMED[locale]} ${IF_CHANGED[locale]}` : QUESTION[locale]

/** What buttons say, where they cannot be shown after all. */
export const besideText = ({ status }: Asked, locale: Locale) =>
  status === 'confirmed' ? IF_CHANGED[locale] : QUESTION[locale]

/** What is left to say above buttons. */
export const besideButtons = ({ status }: Asked, locale: Locale) =>
  status === 'confirmed' ? CONFIRMED[locale] : ''

/** The same options, to tap. Each names the interview as it stands: tapped when it has changed, it says so. */
export function answerButtons(
  { id, revision, status }: Pick<Interview, 'id' | 'revision' | 'status'>,
  locale: Locale
): Button[] {
  const options =
    status === 'confirmed'
      ? (['move', 'cancel'] as const)
      : (['confirm', 'move', 'cancel'] as const)
  return options.map((option) => ({
    id: `${option}:${id}:${revision}`,
    title: ANSWER_TITLES[locale][option],
  }))
}
