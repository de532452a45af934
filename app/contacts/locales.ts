/** Languages messages are written in. */
export const LOCALES = ['pt-BR', 'en', 'es'] as const
export type ContactLocale = (typeof LOCALES)[number]

export const LOCALE_LABELS: Record<ContactLocale, string> = {
  'pt-BR': 'Português',
  'en': 'Inglês',
  'es': 'Espanhol',
}
