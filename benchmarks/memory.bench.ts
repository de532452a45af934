import { AppProcess, PROGRAMS } from '#benchmarks/app_process'
import { BuiltApp } from '#benchmarks/built_app'
import { slopeOf } from '#benchmarks/arrivals'
import { limitTo, pauseSending, storeDue } from '#benchmarks/due_messages'
import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { alone, p50, takeTurns, type Asked, type Measure, type Report } from '#benchmarks/harness'
import { Provider } from '#benchmarks/provider/provider'
import { setTimeout as pause } from 'node:timers/promises'

const COUNT = 100_000
const PER = 100_000
const ROUNDS = 5
const IDLE_MS = 3000
const SAMPLE_MS = 500
/** What the first messages leave behind is compiled code and filled pools, not growth. */
const WARM_SHARE = 0.2
const LONGEST_MS = 60_000
const MINIMAL = ['benchmarks/fixtures/minimal_app.ts', 'web']

/**
 * Resident memory of one process that is web and worker: idle, against the least that AdonisJS and Lucid can be; and
 * while a hundred thousand messages leave, against itself before the first.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const empty = await engine.create('empty')
  const full = await engine.create('full')
  const built = new BuiltApp()
  try {
    // Idle, the database makes no difference.
    const idles = engine.name === 'SQLite'
    const rounds = quick ? 1 : ROUNDS
    const idle = idles ? await idleRace({ database: empty, root: built.root }, rounds, say) : []
    const count = quick ? COUNT / 10 : COUNT
    return await draining({ database: full, root: built.root }, count, idle, say)
  } finally {
    built.remove()
    await empty.drop()
    await full.drop()
  }
}

interface Place {
  database: ThrowawayDatabase
  root: string
}

async function idleRace({ database, root }: Place, rounds: number, say: (line: string) => void) {
  const resident = (args: string[], folder?: string) => async () => {
    const app = await AppProcess.start(args, database.environment, folder)
    await app.answers('/health/live')
    await pause(IDLE_MS)
    const { megabytes } = app
    await app.kill()
    if (megabytes === null) throw new Error('this system does not tell how much memory is resident')
    return megabytes
  }
  const race = await takeTurns(
    {
      built: resident(PROGRAMS.built.web, root),
      clone: resident(PROGRAMS.clone.web),
      least: resident(MINIMAL),
    },
    { rounds, unit: 'MB', progress: (round) => say(`idle: round ${round} of ${rounds}`) }
  )
  const least = ['AdonisJS and Lucid alone', 'least'] as const
  return [
    race.compare(['web and worker, built, idle', 'built'], [...least], { target: '≤ 1.60' }),
    race.compare(['web and worker, from a clone, idle', 'clone'], [...least], { target: '≤ 1.60' }),
  ]
}

interface Sample {
  sent: number
  megabytes: number
}

async function draining(
  { database, root }: Place,
  count: number,
  idle: Measure[],
  say: (line: string) => void
): Promise<Report> {
  const provider = await Provider.start()
  database.use()
  await limitTo()
  await pauseSending()
  say(`storing ${count} messages`)
  await storeDue(count)
  const own = { ...database.environment, TWILIO_API_BASE_URL: provider.url }
  const app = await AppProcess.start(PROGRAMS.built.web, own, root)
  try {
    await app.answers('/health/live')
    await pause(IDLE_MS)
    const before = app.megabytes!
    say('sending')
    await limitTo()
    const samples = await sampleUntil(count, provider, app)
    return { measures: [...idle, ...judge(samples, before)], notes: notesOf(samples, count) }
  } finally {
    await app.kill()
    await provider.stop()
  }
}

async function sampleUntil(count: number, provider: Provider, app: AppProcess) {
  const samples: Sample[] = []
  const until = performance.now() + LONGEST_MS
  let sent = 0
  while (sent < count && performance.now() < until) {
    await pause(SAMPLE_MS)
    sent = await provider.count()
    samples.push({ sent, megabytes: app.megabytes! })
  }
  return samples
}

function judge(samples: Sample[], before: number): Measure[] {
  const { sent: last } = samples.at(-1)!
  const warm = samples.filter(({ sent }) => sent >= last * WARM_SHARE)
  const sizes = warm.map(({ megabytes }) => megabytes)
  const ratios = sizes.map((megabytes) => megabytes / before)
  const slope = slopeOf(warm.map(({ sent, megabytes }) => ({ x: sent, y: megabytes })))
  return [
    {
      what: 'the same, sending',
      unit: 'MB',
      value: p50(sizes),
      against: 'itself before',
      baseline: before,
      ratio: p50(ratios),
      rounds: 1,
      target: '≤ 1.25',
    },
    alone('growth with 100,000 messages', 'MB', [slope * PER], '≤ 5 MB'),
  ]
}

function notesOf(samples: Sample[], count: number) {
  const { sent } = samples.at(-1)!
  const seconds = Math.round((samples.length * SAMPLE_MS) / 1000)
  return [
    `${sent} of ${count} messages left in ${seconds} s; one run, not rounds, resident memory read twice a second`,
  ]
}
