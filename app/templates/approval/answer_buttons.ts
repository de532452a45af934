import type { Locale } from '#contacts/locales'
import type { Button } from '#whatsapp/content'

const TITLES: Record<Locale, Record<'confirm' | 'move' | 'cancel', string>> = {
  'pt-BR': { confirm: 'Confirmar', move: 'Remarcar', cancel: 'Cancelar' },
  'en': { confirm: 'Confirm', move: 'Reschedule', cancel: 'Cancel' },
  'es': { confirm: 'Confirmar', move: 'Reprogramar', cancel: 'Cancelar' },
}

/** What stands under an approved text in place of `{{ answer_options }}`. */
export const answerButtons = (locale: Locale): Button[] =>
  Object.entries(TITLES[locale]).map(([id, title]) => ({ id, title }))
