import { AppProcess, PROGRAMS } from '#benchmarks/app_process'
import { BuiltApp } from '#benchmarks/built_app'
import type { Engine } from '#benchmarks/engine'
import { takeTurns, type Asked, type Report } from '#benchmarks/harness'

const ROUNDS = 11
const MINIMAL = 'benchmarks/fixtures/minimal_app.ts'

export const only = 'SQLite'

/**
 * From the start of a process until it answers its first request, and until a command of the schedule is done, against
 * the least that AdonisJS and Lucid can be.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const rounds = quick ? 3 : ROUNDS
  const database = await engine.create('cold')
  const built = new BuiltApp()
  const own = { ...database.environment, EMBEDDED_WORKER: 'false' }
  const { clone, built: compiled } = PROGRAMS
  try {
    const race = await takeTurns(
      {
        leastWeb: () => timeToAnswer([MINIMAL, 'web'], own),
        builtWeb: () => timeToAnswer(compiled.web, own, built.root),
        cloneWeb: () => timeToAnswer(clone.web, own),
        leastTick: () => timeToEnd([MINIMAL, 'console'], own),
        builtTick: () => timeToEnd(compiled.tick, own, built.root),
        cloneTick: () => timeToEnd(clone.tick, own),
      },
      { rounds, unit: 'ms', progress: (round) => say(`round ${round} of ${rounds}`) }
    )
    const least = 'AdonisJS and Lucid alone'
    const web = { target: '≤ 1.35' }
    const tick = { target: '≤ 1.20' }
    return {
      measures: [
        race.compare(['web, built, to its first answer', 'builtWeb'], [least, 'leastWeb'], web),
        race.compare(['web, from a clone', 'cloneWeb'], [least, 'leastWeb'], web),
        race.compare(['reminders:send, built', 'builtTick'], [least, 'leastTick'], tick),
        race.compare(['reminders:send, from a clone', 'cloneTick'], [least, 'leastTick'], tick),
      ],
      notes: [LIMIT],
    }
  } finally {
    built.remove()
    await database.drop()
  }
}

/** Counted with a loader hook, and processor time until the first answer, in single runs. */
const LIMIT =
  'what it is made of: a clone transpiles its own files as it loads them, about 0.5 s of the 1.2 s of processor time; built, 0.7 s against 0.3 s, for about 1,800 modules against 800'

async function timeToAnswer(args: string[], own: Record<string, string>, root?: string) {
  const start = performance.now()
  const app = await AppProcess.start(args, own, root)
  await app.answers('/health/live')
  const ms = performance.now() - start
  await app.kill()
  return ms
}

async function timeToEnd(args: string[], own: Record<string, string>, root?: string) {
  const start = performance.now()
  const app = await AppProcess.start(args, own, root)
  await app.ends()
  return performance.now() - start
}
