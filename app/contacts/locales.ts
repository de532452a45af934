/** Languages messages are written in. */
export const LOCALES = ['pt-BR', 'en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

export const LOCALE_LABELS: Record<Locale, string> = {
  'pt-BR': 'Português',
  'en': 'Inglês',
  'es': 'Espanhol',
}

const languageOf = (locale: string) => locale.split('-')[0].toLowerCase()

/** The language we have texts in that serves `locale` (`en-GB` → `en`); Portuguese for any other. */
export function localeFor(locale: string | null | undefined): Locale {
  const language = languageOf(locale ?? '')
  return LOCALES.find((known) => languageOf(known) === language) ?? 'pt-BR'
}

export const LOCALE_OPTIONS = LOCALES.map((value) => ({ value, label: LOCALE_LABELS[value] }))
