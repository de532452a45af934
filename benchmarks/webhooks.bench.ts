import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { alone, takeTurns, type Asked, type Measure, type Report } from '#benchmarks/harness'
import { newSid, statusCallback, type Call } from '#benchmarks/webhooks/callbacks'
import { measureFlood } from '#benchmarks/webhooks/flood'
import { fire } from '#benchmarks/webhooks/load'
import { startServer } from '#benchmarks/webhooks/server_process'
import WebhookCall from '#webhooks/models/webhook_call'
import { randomUUID } from 'node:crypto'

const CONNECTIONS = 32
const CALLS = 4000
const ROUNDS = 7

/**
 * What a status callback costs that is answered after its commit, against a route of the same server that only parses
 * its body; what a forged one costs; and whether a flood of them delays a booking.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const size = quick ? { rounds: 2, calls: 500 } : { rounds: ROUNDS, calls: CALLS }
  const database = await engine.create('webhooks')
  database.use()
  try {
    const arrivals = await measureArrivals(database, size, say)
    const flood = await measureFlood(database, size.rounds, say)
    return { measures: [...arrivals, ...flood.measures], notes: flood.notes }
  } finally {
    await database.drop()
  }
}

/** Nothing understands the calls meanwhile: that is another process's time, or a later one's. */
async function measureArrivals(
  database: ThrowawayDatabase,
  { rounds, calls }: { rounds: number; calls: number },
  say: (line: string) => void
): Promise<Measure[]> {
  const server = await startServer(database, { worker: false })
  const slowest: Record<string, number[]> = { parsed: [], signed: [], forged: [] }
  const turn = (name: string, make: () => Call, status: number) => async () => {
    const load = await fire(server.origin, Array.from({ length: calls }, make), CONNECTIONS, status)
    slowest[name].push(load.p99)
    return load.perSecond
  }
  try {
    const race = await takeTurns(
      {
        parsed: turn('parsed', () => ({ ...signed(), path: '/bench/parsed' }), 204),
        signed: turn('signed', signed, 204),
        forged: turn('forged', forged, 403),
      },
      { rounds, unit: 'msg/s', progress: (round) => say(`round ${round} of ${rounds}`) }
    )
    await mustBeStored((rounds + 1) * calls)
    const baseline: [string, 'parsed'] = ['a route that parses its body', 'parsed']
    return [
      race.compare(['callbacks answered after their commit', 'signed'], baseline, {
        target: '≥ 0.40',
      }),
      alone(`such an answer at c=${CONNECTIONS}, p99`, 'ms', slowest.signed.slice(1), '≤ 20 ms'),
      race.compare(['forged callbacks refused', 'forged'], baseline, { target: '≥ 0.60' }),
    ]
  } finally {
    await server.stop()
  }
}

const signed = () => statusCallback(randomUUID(), newSid(), 'delivered')
const forged = () => statusCallback(randomUUID(), newSid(), 'delivered', 'not the token')

/** Answered is kept, and forged is not. */
async function mustBeStored(expected: number) {
  const [{ $extras }] = await WebhookCall.query().count('* as total')
  if (Number($extras.total) !== expected) throw new Error(`${$extras.total} calls, not ${expected}`)
}
