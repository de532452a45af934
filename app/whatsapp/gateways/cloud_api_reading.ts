/** What the columns hold: SQLite would take more, PostgreSQL refuses the row. */
export const LONGEST = {
  address: 160,
  providerMessageId: 200,
  errorCode: 20,
  errorDetail: 500,
  payload: 256,
}

export const isObject = (value: unknown): value is Record<string, any> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; nothing where there is no list. */
export const listOf = (value: unknown): Record<string, any>[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** Without NUL: people's phones do send it, PostgreSQL and JSON columns refuse it. */
export function textOf(value: unknown, limit?: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).replaceAll('\u0000', '').slice(0, limit)
}

export const idOf = (value: unknown) => textOf(value, LONGEST.providerMessageId)

/** `553188887777` → `+553188887777`; undefined for what is no number. */
export function digits(value: unknown): string | undefined {
  const text = textOf(value).replace(/^\+/, '')
  return /^\d{5,20}$/.test(text) ? `+${text}` : undefined
}

/** What stands for a person who hides their number; other spellings are of no use as an address. */
export function userIdOf(value: unknown): string | undefined {
  const text = textOf(value, LONGEST.address)
  return /^[A-Z]{2}\.[A-Za-z0-9]+$/.test(text) ? text : undefined
}
