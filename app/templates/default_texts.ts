import type { Locale } from '#contacts/locales'
import type { TemplateKey } from '#templates/template_catalogue'
import app from '@adonisjs/core/services/app'
import { readFileSync } from 'node:fs'

const texts = new Map<string, string>()

/** The text we ship, from `resources/messages`; read once. */
export function defaultText(key: TemplateKey, locale: Locale): string {
  const file = app.makePath('resources/messages', locale, `${key}.edge`)
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8').trim())
  return texts.get(file)!
}
