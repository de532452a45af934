import { Edge, Template } from 'edge.js'

export type CompiledText = (state: Record<string, string>) => string

/** Distinct texts kept compiled: every template in every language, and the drafts being previewed. */
const KEPT = 100

const compiled = new Map<string, CompiledText>()
const edge = onlyIfAndElse()

/** What compiled code runs on. A WhatsApp text is not HTML: nothing is escaped. */
class PlainText extends Template {
  escape(value: string) {
    return value
  }
}

/**
 * Compiles a text that the whitelist has passed; callers go through `MessageText`, which makes sure of it.
 *
 * Only the compiler is used: rendering through a second Edge would run its component plugin, which keeps one instance
 * per process and would take it away from the pages.
 */
export function compile(text: string): CompiledText {
  const known = compiled.get(text)
  if (known) return known
  const run = edge.compiler.compileRaw(toEdge(text))
  return keep(text, (state) => run(new PlainText(edge.compiler, {}, {}, edge.processor), state, {}))
}

/** With no other tag known and no prototype to find one on, what slips past the whitelist stays text. */
function onlyIfAndElse() {
  const instance = Edge.create()
  for (const tag of Object.keys(instance.tags)) {
    if (tag !== 'if' && tag !== 'else') delete instance.tags[tag]
  }
  Object.setPrototypeOf(instance.tags, null)
  return instance
}

function toEdge(text: string) {
  return text
    .split('\n')
    .map((line, index, lines) => onState(line) + glue(line, lines[index + 1]))
    .join('\n')
}

/** Edge would prefer a global of the same name (`location`) to our value. */
const onState = (line: string) =>
  line
    .replace(/\{\{\s*([a-z_]+)\s*\}\}/g, '{{ state.$1 }}')
    .replace(/^\s*@if\(\s*([a-z_]+)\s*\)\s*$/, '@if(state.$1)')

/** Edge puts a line break between two tags that follow each other; `~` takes it away. */
const glue = (line: string, next = '') => (opens(line) && opens(next) ? '~' : '')

const opens = (line: string) => /^\s*@(if\(|else\s*$)/.test(line)

function keep(text: string, run: CompiledText) {
  if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value!)
  compiled.set(text, run)
  return run
}
