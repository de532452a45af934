import type { Engine } from '#benchmarks/engine'
import type { Measure } from '#benchmarks/harness'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'

const DOCS = new URL('../docs/benchmarks.md', import.meta.url)
const COLUMNS = ['measure', 'value', 'against', 'baseline', 'ratio', 'min–max', 'target']

export interface Result {
  bench: string
  engine: Engine
  measure: Measure
}

/** Where and on what; the load says how far to trust the figures. */
export function machine() {
  const [{ model }] = cpus()
  const load = loadavg()[0].toFixed(1)
  const place = `${cpus().length} × ${model.trim()}, ${platform()} ${arch()}`
  return `${place}, Node ${process.versions.node}, load average ${load}`
}

/** One line each, for machines. */
export function printJson(results: Result[]) {
  for (const { bench, engine, measure } of results) {
    const on = { engine: engine.name, engine_version: engine.version, machine: machine() }
    process.stdout.write(`${JSON.stringify({ bench, ...on, ...measure })}\n`)
  }
}

export function printTable(results: Result[]) {
  const rows = [COLUMNS, ...results.map(cellsOf)]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) {
    const line = row.map((cell, column) => cell.padEnd(widths[column])).join('  ')
    process.stdout.write(`${line.trimEnd()}\n`)
  }
}

/** Rewrites what stands between a benchmark's two comments; the words around it are kept. */
export function writeDocs(results: Result[]) {
  if (!existsSync(DOCS)) return
  let text = readFileSync(DOCS, 'utf8')
  for (const bench of new Set(results.map((result) => result.bench))) {
    const table = markdownOf(results.filter((result) => result.bench === bench))
    text = text.replace(
      new RegExp(`(<!-- ${bench}:begin -->\n)[^]*?(<!-- ${bench}:end -->)`),
      (_, begin, end) => `${begin}\n${table}\n\n${end}`
    )
  }
  writeFileSync(DOCS, text)
}

function markdownOf(results: Result[]) {
  const engines = [...new Set(results.map(({ engine }) => `${engine.name} ${engine.version}`))]
  return [COLUMNS, COLUMNS.map(() => '---'), ...results.map(cellsOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat('', `_${new Date().toISOString().slice(0, 10)} · ${engines.join(', ')} · ${machine()}_`)
    .join('\n')
}

function cellsOf({ engine, measure }: Result) {
  const { what, value, against, baseline, ratio, ratioMin, ratioMax, target = '' } = measure
  return [
    `${engine.name}: ${what}`,
    milliseconds(value),
    against,
    milliseconds(baseline),
    ratio.toFixed(2),
    `${ratioMin.toFixed(2)}–${ratioMax.toFixed(2)}`,
    target,
  ]
}

const milliseconds = (value: number) => `${value < 1 ? value.toFixed(3) : value.toFixed(2)} ms`
