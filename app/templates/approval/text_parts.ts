import { readLine } from '#templates/text_line'
import { TextFault } from '#templates/text_fault'

/** A piece of a text, from the line (from 1) it begins on: one that always stands there, or lines that depend on an `@if`. */
export interface TextPart {
  line: number
  kind: 'line' | 'run'
  /** As written; of a run, with its tags. */
  text: string
}

const OPTIONS = 'answer_options'
const OPTIONS_ALONE = /^[^\p{L}\p{N}]*\{\{\s*answer_options\s*\}\}[^\p{L}\p{N}]*$/u

const NOT_ALONE =
  'No modelo aprovado as respostas são botões: deixe {{ answer_options }} sozinho na linha, fora de um @if.'

/**
 * A text that passed the whitelist, in pieces. Conditions with nothing but blank lines between them are one run, and the
 * line with the answer options is left out: buttons take its place.
 */
export function partsOf(text: string): { parts: TextPart[]; hasOptions: boolean } | TextFault {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line }))
  const stray = lines.find((one) => one.text.includes(OPTIONS) && !OPTIONS_ALONE.test(one.text))
  const inside = conditions(lines).find((one) => one.kind === 'run' && one.text.includes(OPTIONS))
  if (stray ?? inside) return new TextFault((stray ?? inside)!.line, NOT_ALONE)

  const said = lines.filter(({ text: one }) => !one.includes(OPTIONS))
  return { parts: joined(conditions(said)), hasOptions: said.length < lines.length }
}

/** Lines as they are, each outermost condition in one piece. */
function conditions(lines: Omit<TextPart, 'kind'>[]): TextPart[] {
  const parts: TextPart[] = []
  let depth = 0
  for (const { line, text } of lines) {
    const { kind } = readLine(text)
    if (depth > 0) parts.at(-1)!.text += `\n${text}`
    else parts.push({ line, text, kind: kind === 'if' ? 'run' : 'line' })
    if (kind === 'if') depth += 1
    if (kind === 'end') depth -= 1
  }
  return parts
}

function joined(parts: TextPart[]): TextPart[] {
  const together: TextPart[] = []
  let blank: TextPart[] = []
  for (const part of parts) {
    const last = together.at(-1)
    if (part.kind === 'line' && part.text.trim() === '') {
      blank.push(part)
    } else if (part.kind === 'run' && last?.kind === 'run') {
      last.text += `\n${part.text}`
      blank = []
    } else {
      together.push(...blank.splice(0), { ...part })
    }
  }
  return [...together, ...blank]
}
