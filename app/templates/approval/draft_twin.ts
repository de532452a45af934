import { isUniqueViolation } from '#database/errors'
import { sameTwin, type DerivedTwin } from '#templates/approval/derive_twin'
import { twinNames } from '#templates/approval/twin_names'
import TemplateTwin, { type TwinOf } from '#templates/models/template_twin'
import type User from '#users/models/user'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** After this long nobody is submitting it any more. */
const UNDERWAY = { minutes: 2 }

/** The row that may be submitted now, by this caller alone; else why none is. */
export async function draftTwin(
  of: TwinOf,
  derived: DerivedTwin,
  { by }: { by: User | null }
): Promise<TemplateTwin | 'unchanged' | 'underway'> {
  try {
    return await db.transaction((trx) => draft(of, derived, by, trx))
  } catch (error) {
    if (isUniqueViolation(error)) return 'underway'
    throw error
  }
}

async function draft(
  of: TwinOf,
  derived: DerivedTwin,
  by: User | null,
  trx: TransactionClientContract
) {
  const newest = await TemplateTwin.newest(of, trx)
  const last =
    newest &&
    (await TemplateTwin.query({ client: trx }).where('id', newest.id).forUpdate().firstOrFail())
  if (last?.state === 'draft' && isUnderway(last)) return 'underway'
  if (last && (last.state === 'pending' || last.isApproved) && sameTwin(last, derived))
    return 'unchanged'

  // What was tried once may be known to the provider: its name is not used again.
  const version = (last?.version ?? 0) + 1
  const row = last?.state === 'draft' ? last : new TemplateTwin().useTransaction(trx)
  const { body, variables, buttons } = derived
  row.merge({
    ...of,
    body,
    variables,
    buttons,
    version,
    ...twinNames(of.templateKey, of.locale, version),
  })
  row.merge({
    state: 'draft',
    reason: null,
    submittedAt: DateTime.utc(),
    submittedById: by?.id ?? null,
  })
  return row.save()
}

const isUnderway = ({ reason, submittedAt }: TemplateTwin) =>
  reason === null && submittedAt > DateTime.utc().minus(UNDERWAY)
