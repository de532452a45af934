import { readLine } from '#templates/text_line'
import { TextFault } from '#templates/text_fault'

/** Characters a text may have as written, before it is filled in. */
export const TEXT_LIMIT = 3000

const DEEPEST_NESTING = 3
// Line feed and tab are the only control characters a message needs; PostgreSQL refuses NUL.
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/ // eslint-disable-line no-control-regex

interface Block {
  line: number
  hasElse: boolean
}

/**
 * The whitelist. Edge runs whatever JavaScript it is given, so a text that reaches it says nothing but
 * `{{ name }}`, `@if(name)`, `@else` and `@end`, with names from `allowed`. Answers the first thing wrong, if any.
 */
export function findFault(text: string, allowed: readonly string[]): TextFault | null {
  if (text.length > TEXT_LIMIT) return tooLong(text)
  const reading = new Reading(new Set(allowed))
  for (const [index, line] of text.split('\n').entries()) {
    const reason = reading.refusal(line, index + 1)
    if (reason) return new TextFault(index + 1, reason)
  }
  return reading.unclosed
}

class Reading {
  #blocks: Block[] = []

  constructor(readonly allowed: ReadonlySet<string>) {}

  get unclosed(): TextFault | null {
    const block = this.#blocks.at(-1)
    return block ? new TextFault(block.line, 'Falta o @end que fecha este @if.') : null
  }

  refusal(text: string, number: number): string | null {
    if (CONTROL.test(text))
      return 'Há um caractere invisível que não pode ser enviado; redigite a linha.'
    const line = readLine(text)
    switch (line.kind) {
      case 'refused':
        return line.reason
      case 'text':
        return this.#unknown(line.names)
      case 'if':
        return this.#unknown([line.name]) ?? this.#open(number)
      case 'else':
        return this.#else()
      case 'end':
        return this.#close()
    }
  }

  #unknown(names: string[]) {
    const name = names.find((one) => !this.allowed.has(one))
    return name === undefined
      ? null
      : `O campo “${name}” não existe neste modelo. Escolha um da lista de campos.`
  }

  #open(line: number) {
    if (this.#blocks.length === DEEPEST_NESTING) {
      return `Há @if demais um dentro do outro; use no máximo ${DEEPEST_NESTING}.`
    }
    this.#blocks.push({ line, hasElse: false })
    return null
  }

  #else() {
    const block = this.#blocks.at(-1)
    if (!block) return 'Este @else não tem um @if(campo) antes dele.'
    if (block.hasElse) return 'Este @if já tem um @else; apague um dos dois.'
    block.hasElse = true
    return null
  }

  #close() {
    return this.#blocks.pop() ? null : 'Este @end não tem um @if(campo) antes dele; apague-o.'
  }
}

function tooLong(text: string) {
  const line = text.slice(0, TEXT_LIMIT).split('\n').length
  return new TextFault(
    line,
    `O texto tem ${text.length} caracteres; o máximo é ${TEXT_LIMIT}. Encurte-o.`
  )
}
