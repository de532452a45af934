import { defaultText } from '#templates/default_texts'
import { localeFor } from '#contacts/locales'
import { MESSAGE_LIMIT, renderWithin } from '#templates/message_length'
import { MessageText } from '#templates/message_text'
import Template from '#templates/models/template'
import type { TemplateValues } from '#templates/placeholders'
import { TEMPLATES, type TemplateKey } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'
import logger from '@adonisjs/core/services/logger'
import type { ModelAdapterOptions } from '@adonisjs/lucid/types/model'

/**
 * The message to send, at most `MESSAGE_LIMIT` characters. `values` are ready strings in the language of `locale`
 * (see `placeholders.ts`); inside a transaction, pass it as `client`.
 */
export async function renderTemplate(
  key: TemplateKey,
  locale: string,
  values: TemplateValues,
  options?: ModelAdapterOptions
): Promise<string> {
  const body = await Template.bodyFor(key, locale, options)
  const text = parsed(key, body) ?? parsed(key, defaultText(key, localeFor(locale)))!
  return renderWithin(MESSAGE_LIMIT, text, values)
}

/** A text that got into the database past the editor is not run; the candidate is told with ours. */
function parsed(key: TemplateKey, body: string) {
  const text = MessageText.parse(body, TEMPLATES[key].placeholders)
  if (!(text instanceof TextFault)) return text
  logger.error({ template: key, line: text.line, reason: text.reason }, 'template text refused')
  return null
}
