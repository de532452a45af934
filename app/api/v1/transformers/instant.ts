import { toDb } from '#database/columns'
import type { DateTime } from 'luxon'

/** ISO 8601 in UTC, as everywhere in the contract. */
export const instant = (at: DateTime | null | undefined) => (at ? toDb(at) : null)
