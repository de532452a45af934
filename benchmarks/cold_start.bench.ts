import { AppProcess, TICK, WEB } from '#benchmarks/app_process'
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
  const own = { ...database.environment, EMBEDDED_WORKER: 'false' }
  try {
    const race = await takeTurns(
      {
        web: () => timeToAnswer(WEB, own),
        minimalWeb: () => timeToAnswer([MINIMAL, 'web'], own),
        tick: () => timeToEnd(TICK, own),
        minimalTick: () => timeToEnd([MINIMAL, 'console'], own),
      },
      { rounds, unit: 'ms', progress: (round) => say(`round ${round} of ${rounds}`) }
    )
    const least = 'AdonisJS and Lucid alone'
    return {
      measures: [
        race.compare(['web, to its first answer', 'web'], [least, 'minimalWeb'], {
          target: '≤ 1.35',
        }),
        race.compare(['reminders:send, nothing due', 'tick'], [least, 'minimalTick'], {
          target: '≤ 1.20',
        }),
      ],
      notes: [],
    }
  } finally {
    await database.drop()
  }
}

async function timeToAnswer(args: string[], own: Record<string, string>) {
  const start = performance.now()
  const app = await AppProcess.start(args, own)
  await app.answers('/health/live')
  const ms = performance.now() - start
  await app.kill()
  return ms
}

async function timeToEnd(args: string[], own: Record<string, string>) {
  const start = performance.now()
  const app = await AppProcess.start(args, own)
  await app.ends()
  return performance.now() - start
}
