import { p99 } from '#benchmarks/harness'
import type { Call } from '#benchmarks/webhooks/callbacks'
import { performance } from 'node:perf_hooks'
import { Pool } from 'undici'

export interface Load {
  perSecond: number
  /** Of one answer, in milliseconds. */
  p99: number
}

/** Sends the calls over `connections` at once, each when an answer has come, and expects `status` of all. */
export async function fire(
  origin: string,
  calls: Call[],
  connections: number,
  status: number
): Promise<Load> {
  const pool = new Pool(origin, { connections })
  const times: number[] = []
  const waiting = calls.values()
  const start = performance.now()
  const one = async () => {
    for (const call of waiting) {
      const sent = performance.now()
      await send(pool, call, status)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const perSecond = (calls.length / (performance.now() - start)) * 1000
  await pool.close()
  return { perSecond, p99: p99(times) }
}

export async function send(pool: Pool, call: Call, status: number) {
  const answer = await pool.request(call)
  await answer.body.dump()
  if (answer.statusCode !== status) throw new Error(`${call.path}: ${answer.statusCode}`)
}
