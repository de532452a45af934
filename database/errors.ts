const UNIQUE_CODES = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505'])

/** A row with this key was there already, or came in between. */
export const isUniqueViolation = (error: unknown) =>
  UNIQUE_CODES.has((error as { code?: string } | null)?.code ?? '')
