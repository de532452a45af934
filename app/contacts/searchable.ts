/** Columns hold 400 characters. */
const LIMIT = 400

/**
 * Text as people search for it: without accents, case, the characters SQL's `like` treats specially, or the one
 * PostgreSQL cannot read.
 */
export function searchable(text: string) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f%_\\]/g, '')
    .replaceAll('\u0000', '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMIT)
}
