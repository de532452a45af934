import { sendChannel, type SendEvent } from '#messages/telemetry'
import { reminderChannel } from '#notifications/telemetry'
import { boundedLabel } from '#monitoring/metrics/bounded_label'
import { webhookChannel, type ProcessedCall } from '#webhooks/telemetry'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What this process did since it began; each process has its own, Prometheus adds them up. */
export const processRegistry = new Registry()
const registers = [processRegistry]

const decisions = new Counter({
  name: 'convoca_message_decisions_total',
  help: 'Decisions about messages: calls to a provider, last checks, reconciliation, receipts',
  labelNames: ['step', 'sender', 'outcome', 'code'],
  registers,
})

const sends = new Histogram({
  name: 'convoca_send_seconds',
  help: 'How long a provider took to answer a send',
  labelNames: ['sender', 'outcome'],
  buckets: [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12, 30],
  registers,
})

const requests = new Histogram({
  name: 'convoca_webhook_seconds',
  help: 'From a webhook request to its answer',
  labelNames: ['route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5, 15],
  registers,
})

const delays = new Histogram({
  name: 'convoca_webhook_delay_seconds',
  help: 'From the arrival of a webhook call until it was understood',
  labelNames: ['kind', 'outcome'],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600],
  registers,
})

const reminders = new Counter({
  name: 'convoca_reminders_written_total',
  help: 'Reminders written',
  registers,
})

const knownCode = boundedLabel()

/** Begins to count; once in a process. */
export function countEverything() {
  collectDefaultMetrics({ register: processRegistry })
  sendChannel.subscribe(countSend)
  webhookChannel.subscribe(countCall)
  reminderChannel.subscribe(countReminders)
}

/** @param ms from the request to its answer */
export function countRequest(route: string, status: number, ms: number) {
  requests.observe({ route, status }, ms / 1000)
}

function countSend(told: unknown) {
  const { step, sender, outcome, code, ms } = told as SendEvent
  decisions.inc({ step, sender, outcome, code: code === null ? '' : knownCode(code) })
  if (ms !== null) sends.observe({ sender, outcome }, ms / 1000)
}

function countCall(told: unknown) {
  const { kind, outcome, ms } = told as ProcessedCall
  delays.observe({ kind, outcome }, ms / 1000)
}

const countReminders = (written: unknown) => reminders.inc(written as number)
