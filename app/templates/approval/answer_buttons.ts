import type { Locale } from '#contacts/locales'
import type { Button } from '#whatsapp/content'

/** What a candidate may answer, in at most 20 characters. */
export const ANSWER_TITLES: Record<Locale, Record<'confirm' | 'move' | 'cancel', string>> = {
  'pt-BR': { confirm: 'Confirmar', move: 'Remarcar', cancel: 'Cancelar' },
  'en': { confirm: 'Confirm', move: 'Reschedule', cancel: 'Cancel' },
  'es': { confirm: 'Confirmar', move: 'Reprogramar', cancel: 'Cancelar' },
}

/** What stands under an approved text in place of `{{ answer_options }}`. */
export const answerButtons = (locale: Locale): Button[] =>
  Object.entries(ANSWER_TITLES[locale]).map(([id, title]) => ({ id, title }))
