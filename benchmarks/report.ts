import type { Engine } from '#benchmarks/engine'
import type { Measure, Report, Unit } from '#benchmarks/harness'
import { isMissed, missedBy } from '#benchmarks/target'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'

const DOCS = new URL('../docs/benchmarks.md', import.meta.url)
const PACKAGE = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const COLUMNS = ['', 'value', 'against', 'baseline', 'ratio', 'min–max', 'target']

export interface Result extends Report {
  bench: string
  /** Absent where no database is part of it. */
  engine?: Pick<Engine, 'name' | 'version'>
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
    const on = { bench, engine: engine?.name, engine_version: engine?.version }
    for (const measure of measures) {
      const line = { ...on, ...measure, missed: isMissed(measure), machine: machine() }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
}

export function printTable(results: Result[]) {
  const rows = aligned([COLUMNS, ...results.flatMap(rowsOf)])
  for (const row of rows) process.stdout.write(`${row.join('  ').trimEnd()}\n`)
  for (const line of results.flatMap(notesOf)) process.stdout.write(`${line}\n`)
}

/** A line for each measure that is further from its target than noise explains. */
export const missesOf = (results: Result[]) =>
  results.flatMap(({ bench, engine, measures }) =>
    measures.filter(isMissed).map((measure) => {
      const [what, value, , , ratio] = cellsOf(engine?.name, measure)
      const percent = Math.round(missedBy(measure) * 100)
      return `${bench}: ${what}: ${ratio || value}, wanted ${measure.target} (${percent} % off)`
    })
  )

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
  const engines = results.flatMap(({ engine }) =>
    engine ? `${engine.name} ${engine.version}` : []
  )
  const footer = `${new Date().toISOString().slice(0, 10)}: ${[...engines, machine()].join(', ')}.`
  return [...table, '', ...notes, ...(notes.length > 0 ? [''] : []), footer].join('\n')
}

const rowsOf = ({ engine, measures }: Result) =>
  measures.map((measure) => cellsOf(engine?.name, measure))

const notesOf = ({ engine, notes }: Result) => notes.map((note) => titled(engine?.name, note))

function cellsOf(engine: string | undefined, measure: Measure) {
  const { what, unit, value, against = '', baseline, ratio, target = '' } = measure
  return [
    titled(engine, what),
    figure(value, unit),
    against,
    baseline === undefined ? '' : figure(baseline, unit),
    ratio === undefined ? '' : ratio.toFixed(2),
    rangeOf(measure),
    isMissed(measure) ? `**${target}** missed` : target,
  ]
}

const titled = (engine: string | undefined, text: string) => (engine ? `${engine}: ${text}` : text)

function rangeOf({ unit, valueMin, valueMax, ratioMin, ratioMax }: Measure) {
  if (ratioMin !== undefined) return `${ratioMin.toFixed(2)}–${ratioMax!.toFixed(2)}`
  if (valueMin === undefined || valueMin === valueMax) return ''
  return `${figure(valueMin, unit)} – ${figure(valueMax!, unit)}`
}

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

function figure(value: number, unit: Unit) {
  if (Math.abs(value) >= 100) return `${WHOLE.format(value)} ${unit}`
  const isCount = unit === 'packages' || unit === 'messages'
  if (isCount) return `${value} ${unit}`
  return `${value.toFixed(Math.abs(value) < 1 ? 3 : 2)} ${unit}`
}

function aligned(rows: string[][]) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])))
}
