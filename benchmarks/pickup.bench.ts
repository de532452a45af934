import { AppProcess, PROGRAMS } from '#benchmarks/app_process'
import { limitTo, planText, storeDue, type Due } from '#benchmarks/due_messages'
import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { alone, takeTurns, type Asked, type Report } from '#benchmarks/harness'
import { OwnDispatch } from '#benchmarks/own_dispatch'
import { findBullmq, type Bullmq } from '#benchmarks/peers/bullmq'
import { Provider, sharedNow } from '#benchmarks/provider/provider'
import { PostgresCaller } from '#messages/bells/postgres_line'
import db from '@adonisjs/lucid/services/db'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const ROUNDS = 5
const PER_ROUND = 30
const IDLE_MS = 10_000
/** Until the others have started and have nothing to do. */
const SETTLE_MS = 6000
const PATIENCE_MS = 30_000
/** So that each finds everyone idle, and none falls into a rhythm. */
const gap = () => pause(20 + Math.random() * 80)

const LIMIT = {
  SQLite: { ratio: '≤ 2.50', idle: '≤ 11 ms/s' },
  PostgreSQL: { ratio: '≤ 1.50', idle: '≤ 11 ms/s' },
}

type Say = (line: string) => void

/**
 * How soon a message is picked up when nothing else goes on: by the dispatcher of the same process, from the end of the
 * commit; by a worker process, from its beginning, against BullMQ's worker process, from the beginning of `add`.
 */
export default async function (engine: Engine, say: Say, { quick }: Asked): Promise<Report> {
  const provider = await Provider.start()
  const bullmq = await findBullmq(say)
  const database = await engine.create('pickup')
  database.use()
  // The app's provider starts it where PostgreSQL is the database of the process.
  const caller = new PostgresCaller()
  if (engine.name === 'PostgreSQL') caller.start()
  try {
    const bench = new Pickup({ engine, provider, bullmq, database, say }, quick ? 2 : ROUNDS)
    const measures = [...(await bench.sameProcess()), ...(await bench.otherProcess())]
    return { measures, notes: [NOTES[engine.name]] }
  } finally {
    caller.stop()
    await bullmq?.close()
    await database.drop()
    await provider.stop()
  }
}

interface Scene {
  engine: Engine
  provider: Provider
  bullmq: Bullmq | null
  database: ThrowawayDatabase
  say: Say
}

class Pickup {
  constructor(
    private readonly scene: Scene,
    private readonly rounds: number
  ) {}

  async sameProcess() {
    const { provider } = this.scene
    await limitTo()
    await storeDue(1)
    await db.from('messages').update({ status: 'accepted' })
    const own = new OwnDispatch(provider.url, 10)
    own.start(10)
    const sentAt = new Map<string, number>()
    own.watch.onSend = ({ id }) => sentAt.set(id, sharedNow())
    try {
      const race = await takeTurns(
        { own: () => this.#times(planText, 'committed', async () => sentAt) },
        { rounds: this.rounds, unit: 'ms', progress: this.#progress('same process') }
      )
      return [race.alone('commit to call, same process', 'own', { target: '≤ 1 ms' })]
    } finally {
      await own.stop()
      await own.close()
    }
  }

  async otherProcess() {
    const { provider, bullmq, database } = this.scene
    const worker = await AppProcess.start(PROGRAMS.clone.worker, {
      ...database.environment,
      TWILIO_API_BASE_URL: provider.url,
    })
    const stopBullmq = await bullmq?.workElsewhere(provider.url)
    try {
      await pause(SETTLE_MS)
      return [...(await this.#race()), ...(await this.#idle(worker))]
    } finally {
      await stopBullmq?.()
      await worker.kill()
    }
  }

  async #race() {
    const { bullmq, engine } = this.scene
    const arrivals = () => this.#arrivals()
    const options = { rounds: this.rounds, unit: 'ms', progress: this.#progress('worker') } as const
    const ours = () => this.#times(planText, 'asked', arrivals)
    const what = 'commit to provider, worker process'
    if (!bullmq) return [(await takeTurns({ ours }, options)).alone(what, 'ours')]

    const peer = () => this.#times(() => jobFor(bullmq), 'asked', arrivals)
    const race = await takeTurns({ ours, peer }, options)
    const target = LIMIT[engine.name].ratio
    return [race.compare([what, 'ours'], ['BullMQ', 'peer'], { target })]
  }

  async #idle(worker: AppProcess) {
    const before = worker.cpuMs
    if (before === null) return []
    await pause(IDLE_MS)
    const perSecond = (worker.cpuMs! - before) / (IDLE_MS / 1000)
    return [alone('idle worker', 'ms/s', [perSecond], LIMIT[this.scene.engine.name].idle)]
  }

  /** From each commit to when `seen` says the message of that name was. */
  async #times(
    prepare: () => Promise<Prepared>,
    from: 'asked' | 'committed',
    seen: () => Promise<Map<string, number>>
  ) {
    await this.scene.provider.forget()
    const since = new Map<string, number>()
    for (let n = 0; n < PER_ROUND; n += 1) {
      const { uuid, commit } = await prepare()
      since.set(uuid, sharedNow())
      await commit()
      if (from === 'committed') since.set(uuid, sharedNow())
      await gap()
    }
    await this.#untilAllArrived()
    const at = await seen()
    return [...since].map(([name, start]) => at.get(name)! - start)
  }

  async #untilAllArrived() {
    const { provider } = this.scene
    const until = performance.now() + PATIENCE_MS
    while ((await provider.count()) < PER_ROUND) {
      if (performance.now() > until) throw new Error('not every message arrived')
      await pause(20)
    }
  }

  async #arrivals() {
    const { names, at } = await this.scene.provider.report()
    return new Map(names.map((name, index) => [name, at[index]]))
  }

  #progress(where: string) {
    return (round: number) => this.scene.say(`${where}: round ${round} of ${this.rounds}`)
  }
}

interface Prepared {
  uuid: string
  commit(): Promise<unknown>
}

async function jobFor(bullmq: Bullmq): Promise<Prepared> {
  const due: Due = { uuid: randomUUID(), address: '+5511900000001', body: 'Olá!' }
  return { uuid: due.uuid, commit: () => bullmq.add(due) }
}

/** Counted from the statements of a wave, not profiled. */
const NOTES = {
  SQLite:
    'what it is made of: a wave, thirteen statements with its begin and its commit, comes before the call; a worker process also looks only every 5 ms whether anybody has written',
  PostgreSQL:
    'what it is made of: a wave, thirteen round trips with its begin and its commit, comes before the call; a worker process is told by NOTIFY, another one after the commit',
}
