/**
 * `npm run bench [-- NAME…] [-- --json] [-- --quick] [-- --strict]`: measures ratios on throwaway databases, prints them
 * and rewrites their tables in docs/benchmarks.md. Boots the app without its HTTP server.
 */
process.env.NODE_ENV = 'test'
process.env.DB_CONNECTION = 'sqlite'

import { bootApp } from '#tests/booted_app'
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  machine,
  missesOf,
  printJson,
  printTable,
  writeDocs,
  type Result,
} from '#benchmarks/report'
import type { Engine } from '#benchmarks/engine'
import type { Asked, Report } from '#benchmarks/harness'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    // Fewer rounds and rows; the tables in the docs stay as they are.
    quick: { type: 'boolean', default: false },
    // Exits with 1 when a target is missed by more than a tenth.
    strict: { type: 'boolean', default: false },
  },
})

interface Benchmark {
  default(engine: Engine, say: (line: string) => void, asked: Asked): Promise<Report>
  /** It boots or installs something of its own: no database is part of it, or only the one named. */
  only?: Engine['name'] | 'once'
}

const say = (line: string) => void process.stderr.write(`${line}\n`)
const known = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))

function wanted() {
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length === 0) return positionals.length > 0 ? positionals : known
  say(`No benchmark is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  return process.exit(1)
}

async function runAll(names: string[]) {
  const { availableEngines } = await import('#benchmarks/engine')
  const engines = await availableEngines(say)
  const results: Result[] = []
  for (const bench of names) {
    const { default: run, only }: Benchmark = await import(`#benchmarks/${bench}.bench`)
    for (const engine of only === 'once' ? engines.slice(0, 1) : engines) {
      if (only && only !== 'once' && only !== engine.name) continue
      const named = only === 'once' ? undefined : engine
      const title = named ? `${bench} · ${named.name} ${named.version}` : bench
      const report = await run(engine, (line: string) => say(`${title}: ${line}`), options)
      results.push({ bench, engine: named, ...report })
    }
  }
  return results
}

function judge(results: Result[]) {
  const misses = missesOf(results)
  if (misses.length === 0) return
  say(`Missed by more than a tenth:\n${misses.map((line) => `  ${line}`).join('\n')}`)
  if (options.strict) process.exitCode = 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const names = wanted()
const app = await bootApp()
try {
  const results = await runAll(names)
  if (options.json) printJson(results)
  else printTable(results)
  if (!options.quick) writeDocs(results)
  say(machine())
  judge(results)
} finally {
  await app.terminate()
}
