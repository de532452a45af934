import { pinToFirst } from '#benchmarks/cpus'
import {
  expectAllAccepted,
  limitTo,
  makeDueAgain,
  storeDue,
  type Due,
} from '#benchmarks/due_messages'
import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { takeTurns, type Asked, type Race, type Report } from '#benchmarks/harness'
import { OwnDispatch } from '#benchmarks/own_dispatch'
import { findBullmq } from '#benchmarks/peers/bullmq'
import { GraphileWorker } from '#benchmarks/peers/graphile_worker'
import { RawHttp } from '#benchmarks/peers/raw_http'
import { Provider } from '#benchmarks/provider/provider'

const COUNT = 10_000
const ROUNDS = 5
/** With few at once a turn takes longer, and fewer rows tell as much. */
const LEGS = [
  { concurrency: 50, share: 1, target: '≥ 0.60', againstBullmq: '≥ 1.10' },
  { concurrency: 10, share: 0.25 },
]
type Leg = (typeof LEGS)[number]

type Say = (line: string) => void
type Rate = () => Promise<number>
type Contestant = 'ours' | 'texts' | 'raw' | 'bullmq' | 'batched' | 'default'

/**
 * Ten thousand messages that are due, each handed to the provider once: by the dispatcher, which writes down every claim
 * before the call and every answer after it, against posting the same by hand, and beside queues that write down less.
 */
export default async function (engine: Engine, say: Say, { quick }: Asked): Promise<Report> {
  const count = quick ? COUNT / 5 : COUNT
  const provider = await Provider.start()
  const texts = await engine.create('texts')
  const notices = await engine.create('notices')
  const unpin = pinToFirst()
  try {
    const arena = await Arena.open({ engine, provider, notices, texts, count, say })
    return await arena.measure(quick ? 2 : ROUNDS).finally(() => arena.close())
  } finally {
    unpin()
    await notices.drop()
    await texts.drop()
    await provider.stop()
  }
}

interface Scene {
  engine: Engine
  provider: Provider
  notices: ThrowawayDatabase
  texts: ThrowawayDatabase
  count: number
  say: Say
}

/** Everyone who may send, and what there is to send. */
class Arena {
  readonly #http: RawHttp
  readonly #own: OwnDispatch

  static async open(scene: Scene) {
    const { texts, notices, count, engine, say } = scene
    texts.use()
    await limitTo()
    await storeDue(count, 'text')
    notices.use()
    await limitTo()
    const dues = await storeDue(count)
    const onPg = engine.name === 'PostgreSQL'
    return new Arena(
      scene,
      dues,
      onPg ? await findBullmq(say) : null,
      onPg ? await GraphileWorker.on(notices.environment.DATABASE_URL) : null
    )
  }

  private constructor(
    private readonly scene: Scene,
    private readonly dues: Due[],
    private readonly bullmq: Awaited<ReturnType<typeof findBullmq>>,
    private readonly graphile: GraphileWorker | null
  ) {
    const most = Math.max(...LEGS.map(({ concurrency }) => concurrency))
    this.#http = new RawHttp(scene.provider.url, most)
    this.#own = new OwnDispatch(scene.provider.url, most)
  }

  async measure(rounds: number): Promise<Report> {
    const measures = []
    for (const leg of LEGS) {
      const race = await takeTurns(this.#contestants(leg), {
        rounds,
        unit: 'msg/s',
        progress: (round) =>
          this.scene.say(`${leg.concurrency} at once: round ${round} of ${rounds}`),
      })
      measures.push(...this.#judge(race, leg))
    }
    return { measures, notes: this.#notes() }
  }

  async close() {
    await this.#own.close()
    await this.#http.close()
    await this.bullmq?.close()
    await this.graphile?.close()
  }

  #contestants(leg: Leg) {
    const { bullmq, graphile } = this
    const dues = this.dues.slice(0, this.scene.count * leg.share)
    const turn = (run: (dues: Due[], http: RawHttp, concurrency: number) => Promise<number>) =>
      this.#turn(dues.length, () => run(dues, this.#http, leg.concurrency))
    return {
      raw: turn((all, http, concurrency) => http.postAll(all, concurrency)),
      ours: this.#ownTurn(this.scene.notices, dues.length, leg.concurrency),
      texts: this.#ownTurn(this.scene.texts, dues.length, leg.concurrency),
      ...(bullmq && { bullmq: turn((...all) => bullmq.drain(...all)) }),
      ...(graphile && { batched: turn((...all) => graphile.drain(...all, { batched: true })) }),
      ...(graphile && { default: turn((...all) => graphile.drain(...all, { batched: false })) }),
    } as Record<Contestant, Rate>
  }

  /** Everything arrives, and once. */
  #turn(count: number, run: Rate): Rate {
    const { provider } = this.scene
    return async () => {
      await provider.forget()
      const rate = await run()
      await provider.expectEachOnce(count)
      return rate
    }
  }

  #ownTurn(database: ThrowawayDatabase, count: number, concurrency: number): Rate {
    const turn = this.#turn(count, () => this.#own.drain(count, concurrency))
    return async () => {
      database.use()
      await makeDueAgain(count)
      const rate = await turn()
      await expectAllAccepted(this.scene.count)
      return rate
    }
  }

  #judge(race: Race<Contestant>, { concurrency, target, againstBullmq }: Leg) {
    const ours = `dispatch, ${concurrency} at once`
    const against = (name: string, baseline: Contestant, wanted?: string) =>
      race.compare([ours, 'ours'], [name, baseline], { target: wanted })
    return [
      against('posting by hand', 'raw', target),
      race.compare([`${ours}, bare texts`, 'texts'], ['posting by hand', 'raw']),
      ...(this.bullmq ? [against('BullMQ', 'bullmq', againstBullmq)] : []),
      ...(this.graphile ? [against('graphile-worker, 500 locked ahead', 'batched')] : []),
      ...(this.graphile ? [against('graphile-worker as it comes', 'default')] : []),
    ]
  }

  #notes() {
    const { engine, count } = this.scene
    const counts = LEGS.map(
      ({ share, concurrency }) => `${count * share} at ${concurrency} at once`
    )
    return [
      `rows a turn, each taken by the provider once: ${counts.join(', ')}`,
      LIMIT[engine.name],
    ]
  }
}

/** Of single profiled runs with 50 at once, in waves of about 25; PostgreSQL's on a busy machine. */
const LIMIT = {
  SQLite:
    'what it is made of, of 143 µs a message: the call 35 to 43 (posting by hand 26), the commit with its fdatasync 24, the record 14, the claim 13, the other statements 9; the rest is query builder, models, garbage and waiting',
  PostgreSQL:
    'what it is made of: a wave is thirteen round trips one after the other, the claim (1.4 ms) and the update of the interviews (0.9 ms) long among them; the record itself was not timed',
}
