import type { Meaning } from '#core/pages/marks'
import { oldestDue, queueCounts, type QueueCounts } from '#messages/queue_counts'
import Sender from '#messages/models/sender'
import { lossesOf, type Loss } from '#reports/lost_messages'
import { barChart, type BarChart } from '#reports/bar_chart'
import { throughput } from '#reports/throughput'
import { currentSender } from '#settings/sender'
import User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'
import type { DateTime } from 'luxon'

export type LaneState = Sender['state'] | 'not_configured'

/** One sender as *Fila de envio* shows it. */
export interface Lane {
  sender: Sender
  /** E.164, where it is known. */
  number: string | null
  state: LaneState
  mark: { meaning: Meaning; text: string }
  /** Environment variables that keep it from sending. */
  missing: string[]
  pausedBy: string | null
  /** What the provider said when it refused or slowed us, in Portuguese. */
  refusal: string | null
  counts: QueueCounts
  /** All that is still to be sent. */
  waiting: number
  /** Since when the oldest waits that could leave now. */
  oldest: DateTime | null
  chart: BarChart
  losses: Loss[]
}

const MARKS: Record<LaneState, Lane['mark']> = {
  open: { meaning: 'done', text: 'Aberto' },
  held: { meaning: 'waiting', text: 'Segurando' },
  blocked: { meaning: 'failed', text: 'Bloqueado pelo provedor' },
  paused: { meaning: 'attention', text: 'Pausado' },
  retired: { meaning: 'waiting', text: 'Aposentado' },
  not_configured: { meaning: 'attention', text: 'Não configurado' },
}

/** Every sender there is, each in a few bounded questions. */
export async function senderLanes(): Promise<Lane[]> {
  await Sender.named(whatsapp.defaultSender)
  const senders = await Sender.query().orderBy('id')
  const people = await User.findMany(senders.flatMap(({ pausedById }) => pausedById ?? []))
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const sentLately = await throughput.lately()
  const lanes: Lane[] = []
  for (const sender of senders) {
    lanes.push({
      ...(await laneOf(sender)),
      pausedBy: names.get(sender.pausedById!) ?? null,
      chart: barChart(sentLately(sender.name)),
    })
  }
  return lanes
}

async function laneOf(sender: Sender) {
  const { name, lastCode } = sender
  const missing = missingOf(name)
  const state: LaneState = missing.length > 0 ? 'not_configured' : sender.state
  const counts = await queueCounts(name)
  return {
    sender,
    state,
    number: name === whatsapp.defaultSender ? currentSender().number : null,
    missing,
    counts,
    mark: MARKS[state],
    refusal: lastCode && whatsapp.use(name).explain(lastCode),
    waiting: counts.due + counts.later + counts.quietHours + counts.again,
    oldest: await oldestDue(name),
    losses: await lossesOf(name),
  }
}

const missingOf = (name: string) => whatsapp.use(name).missingSettings
