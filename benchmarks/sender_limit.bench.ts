import { AppProcess, PROGRAMS } from '#benchmarks/app_process'
import { mostWithin, rateOf } from '#benchmarks/arrivals'
import { limitTo, makeDueAgain, storeDue } from '#benchmarks/due_messages'
import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { alone, type Asked, type Measure, type Report } from '#benchmarks/harness'
import { Provider } from '#benchmarks/provider/provider'
import { fromDb } from '#database/columns'
import { burstOf } from '#messages/allowance'
import db from '@adonisjs/lucid/services/db'
import { setTimeout as pause } from 'node:timers/promises'

const RATES = [80, 400]
const SECONDS = 30
const WINDOW_MS = 1000

/**
 * Two worker processes share one sender; one of them is killed half-way and started again. What arrives at the provider is
 * the sender's rate, and in no second more than the burst above it.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const seconds = quick ? 10 : SECONDS
  const provider = await Provider.start()
  const database = await engine.create('limit')
  database.use()
  const measures: Measure[] = []
  const notes: string[] = []
  try {
    const count = Math.max(...RATES) * (seconds + 5)
    await storeDue(count)
    for (const rate of RATES) {
      say(`${rate} a second for ${seconds} s`)
      await makeDueAgain(count)
      await limitTo(rate)
      const { at, names } = await watch({ database, provider, seconds })
      if (new Set(names).size !== names.length) throw new Error('a message arrived twice')
      measures.push(...judge(rate, at, await startedAt()))
    }
    notes.push(
      `two worker processes for ${seconds} s, one killed with SIGKILL and started again half-way; nothing arrived twice; one run of each rate, not rounds`
    )
    return { measures, notes }
  } finally {
    await database.drop()
    await provider.stop()
  }
}

interface Scene {
  database: ThrowawayDatabase
  provider: Provider
  seconds: number
}

async function watch({ database, provider, seconds }: Scene) {
  const start = () =>
    AppProcess.start(PROGRAMS.clone.worker, {
      ...database.environment,
      TWILIO_API_BASE_URL: provider.url,
    })
  await provider.forget({ latencyMs: 50 })
  const survivor = await start()
  let other = await start()
  try {
    while ((await provider.count()) === 0) await pause(50)
    // Until both are up and the slots that nobody took meanwhile are caught up on.
    await pause(4000)
    await provider.forget({ latencyMs: 50 })
    await pause(seconds * 500)
    await other.kill()
    other = await start()
    await pause(seconds * 500)
    return await provider.report()
  } finally {
    await survivor.kill()
    await other.kill()
  }
}

/** When each was taken, by the clock of the process that did. */
async function startedAt() {
  const rows = await db.from('messages').whereNotNull('claimed_at').select('claimed_at')
  return rows.map((row) => fromDb(row.claimed_at).toMillis()).sort((a, b) => a - b)
}

function judge(rate: number, at: number[], started: number[]): Measure[] {
  const achieved = rateOf(at)
  const allowed = rate + burstOf(rate) - 1
  return [
    {
      what: 'two processes, one killed half-way',
      unit: 'msg/s',
      value: achieved,
      against: 'the limit',
      baseline: rate,
      ratio: achieved / rate,
      rounds: 1,
      target: '≥ 0.99',
    },
    ...(
      [
        [started, 'most started'],
        [at, 'most arrived'],
      ] as const
    ).map(([times, what]) =>
      alone(
        `${what} in any second, limit ${rate}`,
        'messages',
        [mostWithin(times, WINDOW_MS)],
        `≤ ${allowed} messages`
      )
    ),
  ]
}
