import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

const ROWS = 50

interface Ordering<Row> {
  /** `column` and `id` make the order total; `key` is the column's value as the database compares it. */
  column: string
  key: (row: Row) => string
  descending?: boolean
  /** Whether a text from an address can be such a key; PostgreSQL refuses a date that is none. */
  isKey?: (key: string) => boolean
}

export interface Page<Row> {
  rows: Row[]
  /** Cursors for the addresses of the neighbouring pages. */
  next: string | null
  previous: string | null
}

interface Cursor {
  key: string
  id: number
  backwards: boolean
}

/**
 * One page of a long list, found by its neighbours' keys: as quick at the end as at the beginning, and nothing is
 * skipped or shown twice while rows come and go. A cursor that cannot be read is the first page.
 */
export async function pageOf<Model extends LucidModel, Row extends LucidRow & { id: number }>(
  query: ModelQueryBuilderContract<Model, Row>,
  ordering: Ordering<Row>,
  text?: string,
  size = ROWS
): Promise<Page<Row>> {
  const cursor = readCursor(text, ordering)
  const descending = Boolean(ordering.descending) !== Boolean(cursor?.backwards)
  const direction = descending ? 'desc' : 'asc'
  if (cursor) {
    const beyond = `(${ordering.column}, id) ${descending ? '<' : '>'} (?, ?)`
    query.whereRaw(beyond, [cursor.key, cursor.id])
  }
  const found = await query
    .orderBy(ordering.column, direction)
    .orderBy('id', direction)
    .limit(size + 1)

  return turned(found.slice(0, size), found.length > size, cursor, ordering)
}

function turned<Row extends { id: number }>(
  rows: Row[],
  hasMore: boolean,
  cursor: Cursor | null,
  { key }: Ordering<Row>
): Page<Row> {
  const backwards = Boolean(cursor?.backwards)
  if (backwards) rows.reverse()
  const hasNext = backwards ? true : hasMore
  const hasPrevious = backwards ? hasMore : cursor !== null
  const pointer = (row: Row, back: boolean) => writeCursor({ key: key(row), id: row.id, backwards: back })
  return {
    rows,
    next: hasNext && rows.length > 0 ? pointer(rows.at(-1)!, false) : null,
    previous: hasPrevious && rows.length > 0 ? pointer(rows[0], true) : null,
  }
}

const writeCursor = ({ key, id, backwards }: Cursor) =>
  Buffer.from(JSON.stringify([backwards ? 1 : 0, id, key])).toString('base64url')

function readCursor<Row>(text: string | undefined, { isKey }: Ordering<Row>): Cursor | null {
  try {
    const [backwards, id, key] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    if (!Number.isInteger(id) || typeof key !== 'string') return null
    if (isKey && !isKey(key)) return null
    return { key, id, backwards: backwards === 1 }
  } catch {
    return null
  }
}
