import type { PlaceholderName, TemplateValues } from '#templates/placeholders'
import { type TextFault } from '#templates/text_fault'
import { findFault } from '#templates/text_rules'
import { compile, type CompiledText } from '#templates/text_compiler'

const BLANK_LINES = /\n{3,}/g
// Stands for a line break inside a value while the text's own blank lines are tidied; no value may hold it.
const KEPT_BREAK = '\u0000'

/**
 * A text that passed the whitelist: the only thing that is ever compiled.
 */
export class MessageText {
  /** Lines end in `\n`. */
  static parse(text: string, allowed: readonly PlaceholderName[]): MessageText | TextFault {
    return findFault(text, allowed) ?? new MessageText(compile(text), allowed)
  }

  readonly #compiled: CompiledText
  readonly #allowed: readonly PlaceholderName[]

  private constructor(compiled: CompiledText, allowed: readonly PlaceholderName[]) {
    this.#compiled = compiled
    this.#allowed = allowed
  }

  /**
   * The text filled in. Values arrive as typed; blank lines that a false `@if` leaves behind do not.
   */
  render(values: TemplateValues): string {
    return this.#compiled(this.#stateFrom(values))
      .replace(BLANK_LINES, '\n\n')
      .replace(/^\n+/, '')
      .replaceAll(KEPT_BREAK, '\n')
      .trimEnd()
  }

  #stateFrom(values: TemplateValues): Record<string, string> {
    const state = Object.create(null)
    for (const name of this.#allowed) state[name] = sealed(values[name] ?? '')
    return state
  }
}

/** A lone surrogate would break the provider's form encoding. */
const sealed = (value: string) =>
  value
    .replaceAll(KEPT_BREAK, '')
    .toWellFormed()
    .replace(/\r\n?|\n/g, KEPT_BREAK)
