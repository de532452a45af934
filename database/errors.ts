const UNIQUE_CODES = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505'])

/** Locked, full, unreadable; or, of PostgreSQL, the classes of lost connections, lost races, lack of room, shutdown. */
const UNAVAILABLE_CODES =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR)|(08|40|53)[0-9A-Z]{3}$|57P0|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/

const UNAVAILABLE_WORDS =
  /Connection terminated|connection error and is not queryable|Timeout acquiring a connection/

/** The database has no time or no room for us now, or is not there; the same request may succeed in a moment. */
export function isUnavailable(error: unknown) {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string }
  if (typeof code === 'string' && UNAVAILABLE_CODES.test(code)) return true
  return UNAVAILABLE_WORDS.test(message ?? '')
}

/** A row with this key was there already, or came in between. */
export const isUniqueViolation = (error: unknown) =>
  UNIQUE_CODES.has((error as { code?: string } | null)?.code ?? '')

/** Constraints and values no column holds, by SQLite's names and PostgreSQL's classes 22 and 23. */
const ROW_CODES = /^(SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)|2[23]...$)/

/** What was written is at fault, not the database: another row would have gone in. */
export const isRowRefused = (error: unknown) =>
  ROW_CODES.test((error as { code?: string } | null)?.code ?? '')
