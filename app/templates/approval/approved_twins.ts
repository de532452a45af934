import { localeFor } from '#contacts/locales'
import TemplateTwin from '#templates/models/template_twin'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** What this number may open a conversation with in the language nearest to `locale`, in the order of *Modelos*. */
export async function approvedTwins(sender: string, locale: string, client?: QueryClientContract) {
  const language = localeFor(locale)
  const inUse = TEMPLATE_KEYS.map((templateKey) =>
    TemplateTwin.inUse({ sender, templateKey, locale: language }, client)
  )
  return (await Promise.all(inUse)).filter((twin) => twin !== null)
}
