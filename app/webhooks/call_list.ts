import { keysetPage } from '#core/keyset_page'
import { rowsOf } from '#database/rows'
import { fromDb, toDb } from '#database/columns'
import WebhookCall from '#webhooks/models/webhook_call'
import { writeRefusals, type RefusalReason } from '#webhooks/refusals'
import { PROVIDERS, type Provider } from '#whatsapp/gateways/gateway'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'

/** What did not become what it was meant to be. */
const TROUBLE = ['not_understood', 'unknown_message', 'gave_up']

const filtersValidator = vine.create({
  provider: vine.enum(PROVIDERS).optional(),
  only: vine.enum(['trouble', 'waiting'] as const).optional(),
  cursor: vine.string().maxLength(800).optional(),
})

export type CallFilters = Infer<typeof filtersValidator>

/** What the address of the list may say; what cannot be read is left out. */
export async function readCallFilters(query: object): Promise<CallFilters> {
  const [error, filters] = await filtersValidator.tryValidate(query)
  return error ? {} : filters
}

/** Newest first. */
export function callsPage({ provider, only, cursor }: CallFilters) {
  const query = WebhookCall.query()
  if (provider) query.where({ provider })
  if (only === 'trouble') query.whereIn('outcome', TROUBLE)
  if (only === 'waiting') query.whereNull('processed_at')
  return keysetPage(query, { by: ['id'], descending: true, cursor })
}

interface Refused {
  provider: Provider
  reason: RefusalReason
  count: number
  lastAt: Date | string
}

/** Calls of the last day that nobody signed as they should have. */
export async function refusedLately() {
  await writeRefusals()
  const since = toDb(DateTime.utc().minus({ days: 1 }).startOf('hour'))
  const rows = await rowsOf<Refused>(
    `select provider, reason, sum(count) as count, max(last_at) as "lastAt" from webhook_refusals
     where hour >= ? group by provider, reason order by max(last_at) desc`,
    [since]
  )
  return rows.map((row) => ({ ...row, count: Number(row.count), lastAt: fromDb(row.lastAt) }))
}
