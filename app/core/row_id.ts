import vine from '@vinejs/vine'

/** PostgreSQL refuses to compare an id with anything larger. */
export const LARGEST_ID = 2 ** 31 - 1

/** The id of a row, in a body or a query. */
export const rowId = () => vine.number().withoutDecimals().range([1, LARGEST_ID])

/** The id of a row, in what was typed; null for what can be none. */
export function readRowId(value: unknown): number | null {
  const id = Number(value)
  return Number.isInteger(id) && id > 0 && id <= LARGEST_ID ? id : null
}

/** The id of a row, in an address; anything else is no address of ours. */
export const rowIdParam = { match: /^[1-9]\d{0,8}$/, cast: (id: string) => Number(id) }
