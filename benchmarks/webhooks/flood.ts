import type { ThrowawayDatabase } from '#benchmarks/engine'
import { p99, takeTurns, type Report } from '#benchmarks/harness'
import { newSid, statusCallback, type Call } from '#benchmarks/webhooks/callbacks'
import { send } from '#benchmarks/webhooks/load'
import { startServer } from '#benchmarks/webhooks/server_process'
import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import WebhookCall from '#webhooks/models/webhook_call'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'

/** Three callbacks for each of the 80 messages that Twilio sends for one sender in a second. */
const PER_SECOND = 240
const EVERY_MS = 25
const BOOKINGS = 300
const PAUSE_MS = 8
const STATUSES = ['sent', 'delivered', 'read']

/**
 * Bookings one after the other, with and without a flood of callbacks that the same process takes and understands.
 */
export async function measureFlood(
  database: ThrowawayDatabase,
  rounds: number,
  say: (line: string) => void
): Promise<Report> {
  const { id } = await Contact.create({
    name: 'Candidata Exemplo',
    phone: '+5511900000001',
    locale: 'pt-BR',
  })
  await WebhookCall.query().delete()
  const server = await startServer(database, { worker: true })
  const pool = new Pool(server.origin, { connections: 32 })
  const idle = () => bookAll(pool, id)
  try {
    await idle()
    const race = await takeTurns(
      { idle, flooded: () => underFlood(pool, idle) },
      { rounds, unit: 'ms', progress: (round) => say(`flood ${round} of ${rounds}`) }
    )
    const target = '≤ 2.00'
    const names: [string, 'flooded'] = [
      `booking, p99, with ${PER_SECOND} callbacks a second`,
      'flooded',
    ]
    return {
      measures: [race.compare(names, ['without', 'idle'], { target })],
      notes: [`${await understood()} of the callbacks were understood meanwhile`],
    }
  } finally {
    await pool.close()
    await server.stop()
  }
}

async function bookAll(pool: Pool, candidateId: number) {
  const times: number[] = []
  const booking: Call = {
    path: '/bench/bookings',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `candidate=${candidateId}`,
  }
  for (let count = 0; count < BOOKINGS; count += 1) {
    const start = performance.now()
    await send(pool, booking, 204)
    times.push(performance.now() - start)
    await wait(PAUSE_MS)
  }
  return p99(times)
}

async function underFlood(pool: Pool, act: () => Promise<number>) {
  const callbacks = await callbacksOfNewestMessages()
  const flood = setInterval(() => {
    for (let count = 0; count < (PER_SECOND * EVERY_MS) / 1000; count += 1) {
      const call = callbacks.next().value
      if (call) void send(pool, call, 204)
    }
  }, EVERY_MS)
  try {
    return await act()
  } finally {
    clearInterval(flood)
  }
}

/** Of messages that have heard nothing yet, all three words of each. */
async function callbacksOfNewestMessages() {
  const messages = await Message.query().where('status', 'queued').orderBy('id', 'desc').limit(600)
  return messages
    .flatMap(({ uuid }) => {
      const sid = newSid()
      return STATUSES.map((status) => statusCallback(uuid, sid, status))
    })
    .values()
}

async function understood() {
  const [{ $extras }] = await WebhookCall.query().count('* as total').count('processed_at as done')
  return `${$extras.done} of ${$extras.total}`
}
