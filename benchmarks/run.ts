/**
 * `npm run bench [-- NAME…] [-- --json]`: measures ratios on throwaway databases, prints them and rewrites their tables
 * in docs/benchmarks.md. Boots the app without its HTTP server.
 */
process.env.NODE_ENV = 'test'
process.env.DB_CONNECTION = 'sqlite'

import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { machine, printJson, printTable, writeDocs, type Result } from '#benchmarks/report'
import type { Report } from '#benchmarks/harness'

const APP_ROOT = new URL('../', import.meta.url)
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})

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

async function boot() {
  const ignitor = new Ignitor(APP_ROOT, { importer: (path) => import(path) })
  const app = ignitor.createApp('console')
  app.booting(async () => {
    await import('#start/env')
  })
  await app.init()
  await app.boot()
  await app.start(() => {})
  return app
}

async function runAll(names: string[]) {
  const { availableEngines } = await import('#benchmarks/engine')
  const engines = await availableEngines(say)
  const results: Result[] = []
  for (const bench of names) {
    const { default: run } = await import(`#benchmarks/${bench}.bench`)
    for (const engine of engines) {
      const title = `${bench} · ${engine.name} ${engine.version}`
      const report: Report = await run(engine, (line: string) => say(`${title}: ${line}`))
      results.push({ bench, engine, ...report })
    }
  }
  return results
}

const names = wanted()
const app = await boot()
try {
  const results = await runAll(names)
  if (options.json) printJson(results)
  else printTable(results)
  writeDocs(results)
  say(machine())
} finally {
  await app.terminate()
}
