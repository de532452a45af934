import { MessageText } from '#templates/message_text'
import { PLACEHOLDERS, type PlaceholderName, type TemplateValues } from '#templates/placeholders'
import type { TextPart } from '#templates/approval/text_parts'
import { readLine } from '#templates/text_line'

/** What a number of an approved text stands for. It says so by itself: the text it came from may have changed since. */
export interface TwinVariable {
  /** A placeholder, or those of a run of conditional lines joined by `+`. */
  name: string
  /** The piece of text that gives its value. */
  text: string
  /** What the lines of that piece begin with; it stands before the variable, once. */
  head: string
}

/** A variable may not be empty. */
export const NOTHING = '—'
const BETWEEN = ' · '

const BULLET = /^\s*[•◦▪‣*-]\s+/
/** *• \*Local:\** and the like: what can stand before a dash. */
const HEAD = /^(\s*[•◦▪‣*-]\s+)?([^{}:\s][^{}:]{0,60}:[*_~]*\s+)?/
const LABEL_AT_END = /:[*_~]*$/

const ALLOWED = Object.keys(PLACEHOLDERS) as PlaceholderName[]

export const fieldVariable = (name: string): TwinVariable => ({
  name,
  text: `{{ ${name} }}`,
  head: '',
})

/** Lines that may or may not be there, as one variable. */
export function runVariable({ text }: TextPart): TwinVariable {
  const said = text
    .split('\n')
    .filter((line) => readLine(line).kind === 'text' && line.trim() !== '')
  return { name: namesIn(text).join('+'), text, head: headOf(said) }
}

/** As WhatsApp takes it: not empty, in one line, no wide gaps. */
export function valueOf({ text, head }: TwinVariable, values: TemplateValues): string {
  const lines = (MessageText.parse(text, ALLOWED) as MessageText)
    .render(values)
    .split('\n')
    .map((line) => bare(line, head))
    .filter((line) => line !== '')
  return lines.reduce(append, '') || NOTHING
}

const append = (said: string, line: string) =>
  (said && said + (LABEL_AT_END.test(said) ? ' ' : BETWEEN) + line) || line

function bare(line: string, head: string) {
  const rest = head && line.startsWith(head) ? line.slice(head.length) : line.replace(BULLET, '')
  // eslint-disable-next-line no-control-regex
  return rest.replace(/[\s\u0000-\u001f\u007f\u0085]+/g, ' ').trim()
}

/** What all begin with, else the bullet of the first. */
function headOf([first = '', ...others]: string[]) {
  const [head] = HEAD.exec(first)!
  const isShared = others.every((line) => HEAD.exec(line)![0] === head)
  return isShared ? head : (BULLET.exec(first)?.[0] ?? '')
}

function namesIn(text: string) {
  const lines = text.split('\n').map(readLine)
  const names = lines.flatMap((line) => {
    if (line.kind === 'text') return line.names
    return line.kind === 'if' ? [line.name] : []
  })
  return [...new Set(names)]
}
