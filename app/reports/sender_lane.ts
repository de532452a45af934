import { oldestDue, queueCounts, type QueueCounts } from '#messages/queue_counts'
import type Sender from '#messages/models/sender'
import { lossesOf, type Loss } from '#reports/lost_messages'
import { barChart, type BarChart } from '#reports/bar_chart'
import { throughput } from '#reports/throughput'
import { numberViews, type NumberView } from '#senders/sender_page'
import { missingWords, type LaneState, type STATE_MARKS } from '#senders/sender_words'
import User from '#users/models/user'
import type { DateTime } from 'luxon'

/** One sender as *Fila de envio* shows it. */
export interface Lane {
  sender: Sender
  /** E.164, where it is known. */
  number: string | null
  /** What people call it. */
  label: string
  state: LaneState
  mark: (typeof STATE_MARKS)[LaneState]
  /** What keeps it from sending: environment variables, or names of settings. */
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

/** Every sender there is, each in a few bounded questions. */
export async function senderLanes(): Promise<Lane[]> {
  const views = (await numberViews()).filter(isOfInterest)
  const people = await User.findMany(views.flatMap(({ sender }) => sender.pausedById ?? []))
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const sentLately = await throughput.lately()
  const lanes: Lane[] = []
  for (const view of views) {
    lanes.push({
      ...(await laneOf(view)),
      pausedBy: names.get(view.sender.pausedById!) ?? null,
      chart: barChart(sentLately(view.sender.name)),
    })
  }
  return lanes
}

/** Nothing leaves from a retired number, nor from one of the environment that nobody set up beside others. */
const isOfInterest = ({ isDefault, isOfEnvironment, state }: NumberView) =>
  state !== 'retired' && (isDefault || !isOfEnvironment || state !== 'not_configured')

async function laneOf({ sender, label, number, state, mark, refusal }: NumberView) {
  const counts = await queueCounts(sender.name)
  return {
    sender,
    label,
    number,
    state,
    mark,
    refusal,
    counts,
    missing: missingWords(sender.name),
    waiting: counts.due + counts.later + counts.quietHours + counts.again,
    oldest: await oldestDue(sender.name),
    losses: await lossesOf(sender.name),
  }
}
