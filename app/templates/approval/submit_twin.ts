import { LOCALES } from '#contacts/locales'
import { refresh } from '#core/live'
import { currentTwin } from '#templates/approval/current_twin'
import { draftTwin } from '#templates/approval/draft_twin'
import type TemplateTwin from '#templates/models/template_twin'
import type { TwinOf } from '#templates/models/template_twin'
import { sceneValues } from '#templates/preview_scenes'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'
import type User from '#users/models/user'
import {
  TemplateRefused,
  type TemplateDesk,
  type TemplateSubmission,
} from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'

/**
 * What became of it:
 * - `submitted`: the provider has it; it may even have decided already.
 * - `unchanged`: this wording is approved, or waits for it.
 * - `underway`: somebody else is submitting it at this moment.
 * - `fault`: this text cannot be approved as it is.
 * - `refused`: the provider would not have it or could not be asked; the reason is kept with the draft.
 * - `unable`: this number sends no approved templates.
 */
export type Submission =
  | { outcome: 'submitted'; twin: TemplateTwin }
  | { outcome: 'unchanged' | 'underway' | 'unable' }
  | { outcome: 'fault'; fault: TextFault }
  | { outcome: 'refused'; reason: string }

/** Asks for the approval of the text in use. Talks to the provider: not for a transaction. */
export async function submitTwin(of: TwinOf, { by }: { by: User | null }): Promise<Submission> {
  const desk = whatsapp.use(of.sender).templates
  if (!desk) return { outcome: 'unable' }
  const derived = await currentTwin(of.templateKey, of.locale)
  if (derived instanceof TextFault) return { outcome: 'fault', fault: derived }

  const twin = await draftTwin(of, derived, by)
  if (typeof twin === 'string') return { outcome: twin }
  return handOver(twin, desk)
}

/** Every text in every language. One language after the other, so that a provider is not asked for all at once. */
export async function submitAll(sender: string, { by }: { by: User | null }) {
  const done: Submission[] = []
  for (const locale of LOCALES) {
    const asked = TEMPLATE_KEYS.map((templateKey) =>
      submitTwin({ sender, templateKey, locale }, { by })
    )
    done.push(...(await Promise.all(asked)))
  }
  return done
}

async function handOver(twin: TemplateTwin, desk: TemplateDesk): Promise<Submission> {
  try {
    const standing = await desk.submit(submissionOf(twin))
    await db.transaction((trx) => twin.hear(standing, trx))
    return { outcome: 'submitted', twin }
  } catch (error) {
    if (!(error instanceof TemplateRefused)) throw error
    await twin.merge({ reason: error.message }).save()
    refresh(['templates'])
    return { outcome: 'refused', reason: error.message }
  }
}

function submissionOf(twin: TemplateTwin): TemplateSubmission {
  const { name, language, body, buttons, locale } = twin
  const samples = twin.filledWith(sceneValues('onsite', locale)).variables
  return { name, language, body, samples, buttons }
}
