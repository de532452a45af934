import { Problem } from '#core/problem'
import { LARGEST_ID } from '#core/row_id'
import { toDb } from '#database/columns'
import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'

const DEFAULT_LIMIT = 50

interface Paging {
  /** Attributes that order the list; together they must be unique. */
  by: string[]
  descending?: boolean
  limit?: number
  /** `nextCursor` of the page before. */
  cursor?: string
}

export interface KeysetPage<Row> {
  rows: Row[]
  /** Null on the last page. */
  nextCursor: string | null
}

type Key = string | number

/**
 * One page of a long list, found by the keys of the row before it: as quick at the end as at the beginning, and
 * nothing is skipped or shown twice while rows come and go.
 * @throws Problem 422 when the cursor cannot be read.
 */
export async function keysetPage<Model extends LucidModel, Row extends LucidRow>(
  query: ModelQueryBuilderContract<Model, Row>,
  { by, descending = false, limit = DEFAULT_LIMIT, cursor }: Paging
): Promise<KeysetPage<Row>> {
  const columns = by.map((name) => query.model.$getColumn(name)!)
  const names = columns.map(({ columnName }) => `${query.model.table}.${columnName}`)
  if (cursor) {
    const beyond = `(${names.join(', ')}) ${descending ? '<' : '>'} (${names.map(() => '?').join(', ')})`
    query.whereRaw(beyond, readCursor(cursor, columns.map(readerOf)))
  }
  for (const name of names) query.orderBy(name, descending ? 'desc' : 'asc')

  const found = await query.limit(limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? writeCursor(last, by) : null }
}

/** The cursor of the page that begins after this row, in a list ordered by `by`. */
export function writeCursor(row: LucidRow, by: string[]) {
  const keys = by.map((name) => {
    const value = row[name as keyof LucidRow] as unknown
    return DateTime.isDateTime(value) ? toDb(value) : value
  })
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

function readCursor(cursor: string, readers: ((key: unknown) => boolean)[]): Key[] {
  const keys = parsed(cursor)
  const isReadable = keys?.length === readers.length && readers.every((fits, i) => fits(keys[i]))
  if (isReadable) return keys as Key[]
  throw Problem.invalid(
    'cursor',
    'cursor',
    'O cursor não é válido. Use o next_cursor da página anterior, sem alterá-lo.'
  )
}

function parsed(cursor: string): unknown[] | null {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) ? keys : null
  } catch {
    return null
  }
}

/** What a column's key must look like; PostgreSQL answers anything else with an error. */
function readerOf(column: { isPrimary: boolean; meta?: { type?: string } }) {
  if (column.isPrimary) return isId
  return column.meta?.type === 'datetime' ? isInstant : isText
}

const isId = (key: unknown) => Number.isInteger(key) && Math.abs(key as number) <= LARGEST_ID
const isInstant = (key: unknown) =>
  typeof key === 'string' && /^\d{4}-.*Z$/.test(key) && DateTime.fromISO(key).isValid
const isText = (key: unknown) => typeof key === 'string' && !key.includes('\u0000')
