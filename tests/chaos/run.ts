/**
 * `npm run test:chaos [-- NAME… --seed N --engine sqlite|pg --bounded --keep]`: runs scenarios on throwaway databases, prints
 * what each broke and how to see it again, and counts at the end. `--bounded`, part of `npm test`, is a minute of it.
 */
import { SCENARIOS, type Scenario } from '#tests/chaos/catalogue'
import { Reporter } from '#tests/chaos/reporter'
import { OwnPostgres } from '#tests/chaos/servers/own_postgres'
import { ROOT } from '#tests/chaos/surroundings'
import {
  postgresTemplate,
  sqliteTemplate,
  type Engine,
  type Template,
} from '#tests/chaos/templates'
import { World } from '#tests/chaos/world'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ADMIN_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const FIRST_SEED = 1
const LONGEST_MS = 8 * 60_000
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
const reporter = new Reporter()

function wanted(engine: Engine) {
  const unknown = names.filter((name) => !SCENARIOS.some((one) => one.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `No scenario is called ${unknown}: ${SCENARIOS.map(({ name }) => name).join(', ')}`
    )
  }
  return SCENARIOS.filter((one) => names.length === 0 || names.includes(one.name))
    .filter((one) => !options.bounded || one.bounded)
    .filter((one) => !one.engine || one.engine === engine)
}

function seedsOf({ seeds = 1 }: Scenario) {
  if (options.seed) return [Number(options.seed)]
  return Array.from({ length: options.bounded ? 1 : seeds }, (_, index) => FIRST_SEED + index)
}

async function runAll(engine: Engine) {
  const template = await templateOf(engine).catch((error) => reporter.lack(engine, error))
  if (!template) return
  try {
    for (const scenario of wanted(engine)) {
      const obstacle = scenario.obstacle?.() ?? null
      if (obstacle) reporter.skip(scenario.name, engine, obstacle)
      else for (const seed of seedsOf(scenario)) await runOne(scenario, template, seed)
    }
  } finally {
    await template.drop()
  }
}

const templateOf = (engine: Engine) =>
  engine === 'pg' ? postgresTemplate(ADMIN_URL) : sqliteTemplate(folder)

async function runOne(scenario: Scenario, template: Template, seed: number) {
  if (!scenario.ownServer) return runIn(scenario, template, seed)
  const ownPostgres = await OwnPostgres.start()
  try {
    await runIn(scenario, await postgresTemplate(ownPostgres.url), seed, ownPostgres)
  } finally {
    ownPostgres.stop()
  }
}

async function runIn(
  scenario: Scenario,
  template: Template,
  seed: number,
  ownPostgres?: OwnPostgres
) {
  const { name } = scenario
  const report = reporter.scenario(name, template.engine, seed)
  const { say } = report
  let world: World | undefined
  try {
    world = await World.open({ name, seed, template, folder, ownPostgres, say })
    const run = (options.bounded && scenario.bounded) || scenario.run
    report.end(await Promise.race([run(world), tooLong()]))
  } catch (error) {
    report.end([...(world?.extra ?? []), { rule: 'broken', detail: (error as Error).stack! }])
  } finally {
    await world?.close()
  }
}

async function tooLong(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, LONGEST_MS).unref())
  throw new Error(`not over within ${LONGEST_MS / 60_000} minutes`)
}

mkdirSync(folder, { recursive: true })
const engines = (['sqlite', 'pg'] as const).filter(
  (one) => !options.engine || one === options.engine
)
if (options.bounded) await Promise.all(engines.map(runAll))
else for (const engine of engines) await runAll(engine)
const failed = reporter.end()
if (!options.keep && !failed) rmSync(folder, { recursive: true, force: true })
else reporter.say(`logs and databases are in ${folder}`)
process.exit(failed ? 1 : 0)
