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
const CONCURRENCIES = [50, 10]

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
    const most = Math.max(...CONCURRENCIES)
    this.#http = new RawHttp(scene.provider.url, most)
    this.#own = new OwnDispatch(scene.provider.url, most)
  }

  async measure(rounds: number): Promise<Report> {
    const measures = []
    for (const concurrency of CONCURRENCIES) {
      const race = await takeTurns(this.#contestants(concurrency), {
        rounds,
        unit: 'msg/s',
        progress: (round) => this.scene.say(`${concurrency} at once: round ${round} of ${rounds}`),
      })
      measures.push(...this.#judge(race, concurrency))
    }
    return { measures, notes: this.#notes() }
  }

  async close() {
    await this.#own.close()
    await this.#http.close()
    await this.bullmq?.close()
    await this.graphile?.close()
  }

  #contestants(concurrency: number) {
    const { bullmq, graphile } = this
    const drain = (batched: boolean) => () =>
      graphile!.drain(this.dues, this.#http, concurrency, { batched })
    return {
      raw: this.#turn(() => this.#http.postAll(this.dues, concurrency)),
      ours: this.#ownTurn(this.scene.notices, concurrency),
      texts: this.#ownTurn(this.scene.texts, concurrency),
      ...(bullmq && {
        bullmq: this.#turn(() => bullmq.drain(this.dues, this.#http, concurrency)),
      }),
      ...(graphile && { batched: this.#turn(drain(true)) }),
      ...(graphile && { default: this.#turn(drain(false)) }),
    } as Record<Contestant, Rate>
  }

  /** Everything arrives, and once. */
  #turn(run: Rate): Rate {
    const { provider, count } = this.scene
    return async () => {
      await provider.forget()
      const rate = await run()
      await provider.expectEachOnce(count)
      return rate
    }
  }

  #ownTurn(database: ThrowawayDatabase, concurrency: number): Rate {
    const { count } = this.scene
    const turn = this.#turn(() => this.#own.drain(count, concurrency))
    return async () => {
      database.use()
      await makeDueAgain()
      const rate = await turn()
      await expectAllAccepted(count)
      return rate
    }
  }

  #judge(race: Race<Contestant>, concurrency: number) {
    const isFull = concurrency === 50
    const ours = `dispatch, ${concurrency} at once`
    const peers = [
      this.bullmq && (['BullMQ', 'bullmq', '≥ 1.10'] as const),
      this.graphile && (['graphile-worker, 500 locked ahead', 'batched', undefined] as const),
      this.graphile && (['graphile-worker as it comes', 'default', undefined] as const),
    ]
    return [
      race.compare([ours, 'ours'], ['posting by hand', 'raw'], isFull ? { target: '≥ 0.60' } : {}),
      race.compare([`${ours}, bare texts`, 'texts'], ['posting by hand', 'raw']),
      ...peers
        .filter((peer) => peer !== null)
        .map(([name, key, target]) =>
          race.compare([ours, 'ours'], [name, key], isFull ? { target } : {})
        ),
    ]
  }

  #notes() {
    const { engine, count } = this.scene
    return [`${count} rows a turn, each taken by the provider once`, LIMIT[engine.name]]
  }
}

/** From a profile of the run (`node --cpu-prof`). */
const LIMIT = {
  SQLite: '',
  PostgreSQL: '',
}
