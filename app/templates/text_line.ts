import { Edge } from 'edge.js'

/** One line of a text as Edge would read it. */
export type TextLine =
  | { kind: 'if'; name: string }
  | { kind: 'else' }
  | { kind: 'end' }
  | { kind: 'text'; names: string[] }
  | { kind: 'refused'; reason: string }

const EDGE_TAGS = new Set(Object.keys(Edge.create().tags).map((tag) => tag.toLowerCase()))

// Edge sees a tag at the start of a line only, its name in ASCII letters only: “@elseé” is an @else.
const LEADING_TAG = /^\s*(@{1,2}!?([a-zA-Z._]+))(\()?/
const LEADING_END = /^\s*@end(if)?(?![\p{L}\p{N}_.-])/iu
const STRAY_TAG = /(?<![\p{L}\p{N}._-])@(if\(|(else|end|endif)(?![\p{L}\p{N}_.-]))/iu
const IF = /^@if\(\s*([a-z_]+)\s*\)$/
const END = /^@end(if)?$/
const PLACEHOLDER = /^\s*([a-z_]+)\s*\}\}/

export function readLine(line: string): TextLine {
  return readTag(line) ?? readText(line)
}

function readTag(line: string): TextLine | null {
  if (LEADING_END.test(line)) return readEnd(line.trim())
  const [, tag, name, brace] = LEADING_TAG.exec(line) ?? []
  if (!name || !(brace || EDGE_TAGS.has(name.toLowerCase()))) return null
  if (tag === '@if') return readIf(line.trim())
  if (tag === '@else') return readElse(line.trim())
  return refused(
    `“${tag}” não é aceito. Os comandos são @if(campo), @else e @end; para começar a linha com @, escreva algo antes.`
  )
}

function readIf(tag: string): TextLine {
  const [, name] = IF.exec(tag) ?? []
  if (name) return { kind: 'if', name }
  return refused(
    'Escreva o @if com um só campo e mais nada na linha, por exemplo @if(description).'
  )
}

const readElse = (tag: string): TextLine =>
  tag === '@else' ? { kind: 'else' } : refused(alone('@else'))

const readEnd = (tag: string): TextLine =>
  END.test(tag) ? { kind: 'end' } : refused(alone('@end'))

function readText(line: string): TextLine {
  const [stray] = STRAY_TAG.exec(line) ?? []
  if (stray) return refused(alone(stray.endsWith('(') ? '@if(campo)' : stray))
  const names = line.split('{{').slice(1).map(nameOf)
  if (names.includes('') || line.includes('@{{')) return refused(braceFault(line))
  return { kind: 'text', names }
}

const nameOf = (afterBraces: string) => PLACEHOLDER.exec(afterBraces)?.[1] ?? ''

function braceFault(line: string) {
  if (line.includes('@{{')) return 'Deixe um espaço entre @ e {{.'
  if (line.includes('{{{')) return 'Use duas chaves, {{ campo }}, e não três.'
  if (line.includes('{{--')) return 'Comentários {{-- … --}} não são aceitos; apague-o.'
  if (!line.slice(line.lastIndexOf('{{')).includes('}}')) {
    return 'Falta fechar o campo com }} na mesma linha.'
  }
  return 'Entre {{ e }} só cabe o nome de um campo da lista, por exemplo {{ title }}.'
}

const alone = (tag: string) => `“${tag}” precisa ficar sozinho na linha, em letras minúsculas.`

const refused = (reason: string): TextLine => ({ kind: 'refused', reason })
