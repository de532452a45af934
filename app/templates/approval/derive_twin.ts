import type { Locale } from '#contacts/locales'
import { answerButtons } from '#templates/approval/answer_buttons'
import { partsOf, type TextPart } from '#templates/approval/text_parts'
import { findBreach } from '#templates/approval/twin_rules'
import { fieldVariable, runVariable, type TwinVariable } from '#templates/approval/twin_variable'
import type { CompanyValues } from '#templates/template_draft'
import { TextFault } from '#templates/text_fault'
import type { Button } from '#whatsapp/content'

/** The text as it goes to be approved. */
export interface DerivedTwin {
  /** With `{{1}}`, `{{2}}` … */
  body: string
  variables: TwinVariable[]
  buttons: Button[]
}

const PLACEHOLDER = /\{\{\s*([a-z_]+)\s*\}\}/g
const BLANK_LINES = /\n{3,}/g

/**
 * The approved twin of a text that passed the whitelist, or what keeps it from having one. Static text stays, and so do
 * the company's own values, which are the same in every message; each other placeholder is a variable, and so is each run
 * of conditional lines (docs/adr/0008).
 */
export function deriveTwin(
  text: string,
  locale: Locale,
  company: CompanyValues
): DerivedTwin | TextFault {
  const read = partsOf(text)
  if (read instanceof TextFault) return read
  const writing = new Writing(company)
  for (const part of read.parts) writing.add(part)
  const body = writing.body.replace(BLANK_LINES, '\n\n').trim()
  return (
    findBreach(body, writing.lines) ?? {
      body,
      variables: writing.variables,
      buttons: read.hasOptions ? answerButtons(locale) : [],
    }
  )
}

export const sameTwin = (one: DerivedTwin, other: DerivedTwin) => spelled(one) === spelled(other)

const spelled = ({ body, variables, buttons }: DerivedTwin) =>
  JSON.stringify([
    body,
    variables.map(({ name, text, head }) => [name, text, head]),
    buttons.map(({ id, title }) => [id, title]),
  ])

class Writing {
  readonly variables: TwinVariable[] = []
  /** Of the text, where each variable comes from. */
  readonly lines: number[] = []
  #said: string[] = []

  constructor(private readonly company: CompanyValues) {}

  get body() {
    return this.#said.join('\n')
  }

  add(part: TextPart) {
    this.#said.push(part.kind === 'run' ? this.#run(part) : this.#line(part))
  }

  #run(part: TextPart) {
    const variable = runVariable(part)
    return variable.head + this.#number(variable, part.line)
  }

  #line({ line, text }: TextPart) {
    return text.replace(PLACEHOLDER, (_, name: string) =>
      name in this.company
        ? this.company[name as keyof CompanyValues]
        : this.#number(fieldVariable(name), line)
    )
  }

  #number(variable: TwinVariable, line: number) {
    this.variables.push(variable)
    this.lines.push(line)
    return `{{${this.variables.length}}}`
  }
}
