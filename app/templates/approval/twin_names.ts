import type { Locale } from '#contacts/locales'
import type { TemplateKey } from '#templates/template_catalogue'

const LANGUAGES: Record<Locale, string> = { 'pt-BR': 'pt_BR', 'en': 'en', 'es': 'es' }

/** What WhatsApp knows a version by. */
export const twinNames = (key: TemplateKey, locale: Locale, version: number) => ({
  name: `convoca_${key}_v${version}`,
  language: LANGUAGES[locale],
})
