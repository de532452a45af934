import { TextFault } from '#templates/text_fault'

/** Characters of an approved text, as submitted and filled in. */
export const TWIN_LIMIT = 1024

const VARIABLE = /\{\{\d+\}\}/g
// Asterisks and the like are no text: WhatsApp takes them away.
const AT_START = /^[\s*_~]*\{\{1\}\}/
const AT_END = /\{\{(\d+)\}\}[\s*_~]*$/
const ADJACENT = /\}\}[\s*_~]*\{\{(\d+)\}\}/

const COUNTS = 'As linhas entre @if e @end contam como um campo.'

/**
 * What WhatsApp would refuse, said before it is asked. `lines` tells where in the person's text each variable is from.
 */
export function findBreach(body: string, lines: number[]): TextFault | null {
  const at = (variable: string | number, reason: string) =>
    new TextFault(lines[Number(variable) - 1], `${reason} ${COUNTS}`)

  if (!isNumbered(body, lines.length)) {
    return new TextFault(1, 'Tire as chaves duplas do nome da empresa ou da assinatura.')
  }
  if (AT_START.test(body)) {
    return at(
      1,
      'Um modelo aprovado não pode começar com um campo: escreva algumas palavras antes.'
    )
  }
  const [, last] = AT_END.exec(body) ?? []
  if (last) {
    return at(last, 'Um modelo aprovado não pode terminar com um campo: escreva uma frase depois.')
  }
  const [, second] = ADJACENT.exec(body) ?? []
  if (second) {
    return at(second, 'Há dois campos seguidos: escreva uma palavra antes deste.')
  }
  return body.length > TWIN_LIMIT ? tooLong(body, lines) : null
}

/** Nothing else looks like a variable. */
function isNumbered(body: string, count: number) {
  const found = body.match(VARIABLE) ?? []
  const isBare = !/\{\{|\}\}/.test(body.replace(VARIABLE, ''))
  return isBare && found.length === count
}

function tooLong(body: string, lines: number[]) {
  return new TextFault(
    lines.at(-1) ?? 1,
    `O modelo aprovado teria ${body.length} caracteres; o máximo é ${TWIN_LIMIT}. Encurte o texto.`
  )
}
