import type { Locale } from '#contacts/locales'
import CompanySettings from '#settings/models/company_settings'
import { deriveTwin, type DerivedTwin } from '#templates/approval/derive_twin'
import Template from '#templates/models/template'
import { MessageText } from '#templates/message_text'
import { TEMPLATES, type TemplateKey } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'

/** The twin that the text in use would have, or why it has none. */
export async function currentTwin(
  key: TemplateKey,
  locale: Locale
): Promise<DerivedTwin | TextFault> {
  const text = await Template.bodyFor(key, locale)
  const checked = MessageText.parse(text, TEMPLATES[key].placeholders)
  if (checked instanceof TextFault) return checked
  const { companyName, signature } = await CompanySettings.current()
  return deriveTwin(text, locale, { company_name: companyName, signature })
}
