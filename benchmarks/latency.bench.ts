import { expectAllAccepted, limitTo, makeDueAgain, storeDue } from '#benchmarks/due_messages'
import type { Engine } from '#benchmarks/engine'
import { takeTurns, type Asked, type Report } from '#benchmarks/harness'
import { OwnDispatch } from '#benchmarks/own_dispatch'
import { RawHttp } from '#benchmarks/peers/raw_http'
import { Provider } from '#benchmarks/provider/provider'

const LATENCY_MS = 150
const CONCURRENCY = 100
const COUNT = 3000
const ROUNDS = 5

/**
 * With a provider that takes 150 ms for an answer and 100 sends in the air, as many messages leave as can: nothing but
 * the provider is waited for, no send waits for a socket.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const count = quick ? COUNT / 5 : COUNT
  const rounds = quick ? 2 : ROUNDS
  const provider = await Provider.start()
  const database = await engine.create('latency')
  database.use()
  await limitTo()
  const dues = await storeDue(count)
  const own = new OwnDispatch(provider.url, CONCURRENCY)
  const http = new RawHttp(provider.url, CONCURRENCY)
  const timed = (run: () => Promise<number>) => async () => {
    await makeDueAgain(count)
    await provider.forget({ latencyMs: LATENCY_MS })
    const rate = await run()
    await provider.expectEachOnce(count)
    return rate
  }
  try {
    const race = await takeTurns(
      {
        ours: timed(async () => {
          const rate = await own.drain(count, CONCURRENCY)
          await expectAllAccepted(count)
          return rate
        }),
        raw: timed(() => http.postAll(dues, CONCURRENCY)),
      },
      { rounds, unit: 'msg/s', progress: (round) => say(`round ${round} of ${rounds}`) }
    )
    const ideal = CONCURRENCY / (LATENCY_MS / 1000)
    const name = `dispatch, ${CONCURRENCY} at once, answers after ${LATENCY_MS} ms`
    return {
      measures: [
        race.against([name, 'ours'], ['what that allows', ideal], { target: '≥ 0.95' }),
        race.compare([name, 'ours'], ['posting by hand', 'raw']),
      ],
      notes: [
        `${count} rows a turn; what is missing: timers of the provider fire late, which posting by hand pays too; the rest was not taken apart`,
      ],
    }
  } finally {
    await own.close()
    await http.close()
    await database.drop()
    await provider.stop()
  }
}
