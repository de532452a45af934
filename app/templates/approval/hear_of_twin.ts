import TemplateTwin from '#templates/models/template_twin'
import type { TemplateStanding } from '#whatsapp/gateways/gateway'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Which template a provider speaks of, by its own id or by name and language; one account may have several numbers. */
export interface SpokenOf {
  senders: string[]
  providerTemplateId?: string | null
  name?: string
  language?: string
}

/**
 * A provider says by itself what became of a template, as Meta does in `message_template_status_update`. Answers how many
 * of ours it meant; inside a transaction, pass it.
 */
export async function hearOfTwin(
  spokenOf: SpokenOf,
  standing: Partial<Pick<TemplateStanding, 'state' | 'reason' | 'category'>>,
  trx?: TransactionClientContract
): Promise<number> {
  if (!trx) return db.transaction((own) => hearOfTwin(spokenOf, standing, own))
  const meant = await find(spokenOf, trx)
  for (const twin of meant) await twin.hear(standing, trx)
  return meant.length
}

async function find(
  { senders, providerTemplateId, name, language }: SpokenOf,
  trx: TransactionClientContract
) {
  const ours = () => TemplateTwin.query({ client: trx }).whereIn('sender', senders).forUpdate()
  const byId = providerTemplateId
    ? await ours().where('provider_template_id', providerTemplateId)
    : []
  if (byId.length > 0 || !name || !language) return byId
  return ours().where({ name, language })
}
