/**
 * `npm run test:chaos [-- NAME… --seed N --engine sqlite|pg --bounded]`: runs scenarios on throwaway databases, prints what
 * each broke and how to see it again, and counts at the end.
 */
import { SCENARIOS, type Scenario } from '#tests/chaos/catalogue'
import type { Violation } from '#tests/chaos/invariants'
import { ROOT } from '#tests/chaos/surroundings'
import { postgresTemplate, sqliteTemplate, type Template } from '#tests/chaos/templates'
import { World } from '#tests/chaos/world'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ADMIN_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const folder = join(ROOT, 'tmp', `chaos-${process.pid}`)

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    engine: { type: 'string' },
    bounded: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

const started = Date.now()
const counts = { passed: 0, failed: 0 }
const say = (line: string) =>
  void process.stdout.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}\n`)

async function runOne(scenario: Scenario, template: Template, seed: number) {
  const { name } = scenario
  const title = `${name} · ${template.engine} · seed ${seed}`
  let world: World | undefined
  try {
    world = await World.open({ name, seed, template, folder, say: (line) => say(`  ${title}: ${line}`) })
    judge(title, scenario, seed, template, await scenario.run(world))
  } catch (error) {
    judge(title, scenario, seed, template, [{ rule: 'broken', detail: (error as Error).stack! }])
  } finally {
    await world?.close()
  }
}

function judge(title: string, { name }: Scenario, seed: number, { engine }: Template, violations: Violation[]) {
  if (violations.length === 0) {
    counts.passed += 1
    return say(`✔ ${title}`)
  }
  counts.failed += 1
  say(`✖ ${title}`)
  for (const { rule, detail } of violations) say(`    ${rule}: ${detail}`)
  say(`    again: npm run test:chaos -- ${name} --seed ${seed} --engine ${engine}`)
}

mkdirSync(folder, { recursive: true })
const templates: Template[] = []
try {
  if (options.engine !== 'pg') templates.push(await sqliteTemplate(folder))
  if (options.engine !== 'sqlite') templates.push(await postgresTemplate(ADMIN_URL))
  for (const scenario of SCENARIOS) {
    if (names.length > 0 && !names.includes(scenario.name)) continue
    for (const template of templates) {
      if (scenario.engines && !scenario.engines.includes(template.engine)) continue
      await runOne(scenario, template, Number(options.seed ?? 1))
    }
  }
} finally {
  for (const template of templates) await template.drop()
  if (!options.keep && counts.failed === 0) rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`\n Tests  ${counts.passed} passed, ${counts.failed} failed\n`)
process.exit(counts.failed > 0 ? 1 : 0)
