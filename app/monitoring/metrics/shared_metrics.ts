import { queueCounts } from '#messages/queue_counts'
import Sender from '#messages/models/sender'
import { lagSeconds } from '#monitoring/health/lag_check'
import { oldestWaitingCall } from '#monitoring/health/queue_check'
import { overdueSeconds } from '#monitoring/health/schedule_check'
import { DateTime } from 'luxon'
import { Gauge, Registry } from 'prom-client'

/** What the database says at the moment of asking: every process gives the same, so Prometheus takes the `max`. */
export const sharedRegistry = new Registry()
const registers = [sharedRegistry]

/** A gauge stops there; whoever must know more asks the database. */
const COUNTED_AT_MOST = 100_000

const STATES = ['open', 'held', 'blocked', 'paused', 'retired'] as const

const messages = new Gauge({
  name: 'convoca_queue_messages',
  help: 'Messages that have not reached the provider for certain, by state; counted up to 100000',
  labelNames: ['sender', 'state'],
  registers,
})

const lag = new Gauge({
  name: 'convoca_queue_lag_seconds',
  help: 'Age of the oldest message that could leave now',
  labelNames: ['sender'],
  registers,
})

const rate = new Gauge({
  name: 'convoca_sender_messages_per_second',
  help: 'What the sender may send in a second',
  labelNames: ['sender'],
  registers,
})

const state = new Gauge({
  name: 'convoca_sender_state',
  help: '1 for the state the sender is in',
  labelNames: ['sender', 'state'],
  registers,
})

const oldestCall = new Gauge({
  name: 'convoca_webhook_oldest_seconds',
  help: 'Age of the oldest webhook call that nobody has understood yet',
  registers,
})

const overdue = new Gauge({
  name: 'convoca_schedule_overdue_seconds',
  help: 'How late the oldest reminder or reconciliation is',
  registers,
})

/** Reads the gauges anew. */
export async function readShared() {
  for (const gauge of [messages, lag, rate, state]) gauge.reset()
  for (const sender of await Sender.query().orderBy('id')) await readSender(sender)
  const oldest = await oldestWaitingCall()
  oldestCall.set(oldest ? DateTime.utc().diff(oldest, 'seconds').seconds : 0)
  overdue.set(await overdueSeconds())
}

async function readSender(sender: Sender) {
  const { name } = sender
  const counts = await queueCounts(name, COUNTED_AT_MOST)
  for (const [where, count] of Object.entries(counts)) {
    messages.set({ sender: name, state: snakeCase(where) }, count)
  }
  lag.set({ sender: name }, await lagSeconds(name))
  rate.set({ sender: name }, sender.messagesPerSecond)
  for (const one of STATES) state.set({ sender: name, state: one }, one === sender.state ? 1 : 0)
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
