/** Excel in Brazil reads semicolons, and UTF-8 only after this mark. */
const SEPARATOR = ';'
const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

type Cell = string | number | null | undefined

/**
 * A table as a spreadsheet reads it, row by row. A cell that a spreadsheet would take for a formula is text.
 */
export async function* csvLines(header: string[], rows: AsyncIterable<Cell[]>) {
  yield BYTE_ORDER_MARK + line(header)
  for await (const row of rows) yield line(row)
}

const line = (cells: Cell[]) => cells.map(cell).join(SEPARATOR) + LINE_END

function cell(value: Cell) {
  const text = String(value ?? '')
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
