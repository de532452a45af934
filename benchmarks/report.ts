import type { Engine } from '#benchmarks/engine'
import type { Measure, Report } from '#benchmarks/harness'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'

const DOCS = new URL('../docs/benchmarks.md', import.meta.url)
const PACKAGE = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const COLUMNS = ['', 'value', 'against', 'baseline', 'ratio', 'min–max', 'target']

export interface Result extends Report {
  bench: string
  engine: Pick<Engine, 'name' | 'version'>
}

/** Where and on what; the load says how far to trust the figures. */
export function machine() {
  const versions = `Node ${process.versions.node}, Lucid ${PACKAGE.dependencies['@adonisjs/lucid']}`
  const place = `${cpus().length} × ${cpus()[0].model.trim()}, ${platform()} ${arch()}`
  return `${versions}, ${place}, load average ${loadavg()[0].toFixed(1)}`
}

/** One line each, for machines. */
export function printJson(results: Result[]) {
  for (const { bench, engine, measures } of results) {
    const on = { bench, engine: engine.name, engine_version: engine.version, machine: machine() }
    for (const measure of measures)
      process.stdout.write(`${JSON.stringify({ ...on, ...measure })}\n`)
  }
}

export function printTable(results: Result[]) {
  const rows = aligned([COLUMNS, ...results.flatMap(rowsOf)])
  for (const row of rows) process.stdout.write(`${row.join('  ').trimEnd()}\n`)
  for (const line of results.flatMap(notesOf)) process.stdout.write(`${line}\n`)
}

/** Rewrites what stands between a benchmark's two comments; the words around it are kept. */
export function writeDocs(results: Result[]) {
  let text = readFileSync(DOCS, 'utf8')
  for (const bench of new Set(results.map((result) => result.bench))) {
    text = withSection(text, bench, markdownOf(results.filter((result) => result.bench === bench)))
  }
  writeFileSync(DOCS, text)
}

function withSection(text: string, bench: string, section: string) {
  const [begin, end] = [`<!-- ${bench}:begin -->`, `<!-- ${bench}:end -->`]
  if (!text.includes(begin)) return `${text}\n## ${bench}\n\n${begin}\n\n${section}\n\n${end}\n`
  const [before, rest] = text.split(begin)
  return `${before}${begin}\n\n${section}\n\n${end}${rest.split(end)[1]}`
}

function markdownOf(results: Result[]) {
  const rows = aligned([COLUMNS, ...results.flatMap(rowsOf)])
  const rule = rows[0].map((cell) => '-'.repeat(cell.length))
  const table = [rows[0], rule, ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`)
  const notes = results.flatMap(notesOf).map((line) => `- ${line}`)
  const engines = results.map(({ engine }) => `${engine.name} ${engine.version}`).join(', ')
  const footer = `${new Date().toISOString().slice(0, 10)}: ${engines}, ${machine()}.`
  return [...table, '', ...notes, ...(notes.length > 0 ? [''] : []), footer].join('\n')
}

const rowsOf = ({ engine, measures }: Result) =>
  measures.map((measure) => cellsOf(engine.name, measure))

const notesOf = ({ engine, notes }: Result) => notes.map((note) => `${engine.name}: ${note}`)

function cellsOf(engine: string, measure: Measure) {
  const { what, value, against, baseline, ratio, ratioMin, ratioMax, target = '' } = measure
  return [
    `${engine}: ${what}`,
    milliseconds(value),
    against,
    milliseconds(baseline),
    ratio.toFixed(2),
    `${ratioMin.toFixed(2)}–${ratioMax.toFixed(2)}`,
    target,
  ]
}

const milliseconds = (value: number) => `${value < 1 ? value.toFixed(3) : value.toFixed(2)} ms`

function aligned(rows: string[][]) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])))
}
