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
  by: User | null
): Promise<TemplateTwin | 'unchanged' | 'underway'> {
  const once = () => db.transaction((trx) => draft(of, derived, by, trx))
  try {
    return await once()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return once()
  }
}

async function draft(
  of: TwinOf,
  derived: DerivedTwin,
  by: User | null,
  trx: TransactionClientContract
) {
  // Read first: what is submitted by somebody else from here on takes this number, and that shows.
  const version = (await TemplateTwin.lastVersion(of, trx)) + 1
  const last = await TemplateTwin.newest(of, trx)
  if (last?.state === 'draft' && isUnderway(last)) return 'underway'
  if (last && isSettled(last) && sameTwin(last, derived)) return 'unchanged'

  // What was tried once may be known to the provider: a draft's name is not used again either.
  const row = last?.state === 'draft' ? last : new TemplateTwin()
  const { body, variables, buttons } = derived
  const names = twinNames(of.templateKey, of.locale, version)
  row.useTransaction(trx).merge({ ...of, ...names, version, body, variables, buttons })
  const submitted = { submittedAt: DateTime.utc(), submittedById: by?.id ?? null }
  return row.merge({ ...submitted, state: 'draft', reason: null }).save()
}

const isSettled = ({ state }: TemplateTwin) => state === 'pending' || state === 'approved'

const isUnderway = ({ reason, submittedAt }: TemplateTwin) =>
  reason === null && submittedAt > DateTime.utc().minus(UNDERWAY)
