import { isKnownAs, windowIsOpen, type Phone } from '#simulator/phone'
import type { Status } from '#simulator/messages'
import type { Callbacks, Settings } from '#simulator/settings'

/** What becomes of a message, and when. */
export interface Change {
  status: Status
  error_code: number | null
  due_at: number
}

/** A change happens on the network; a callback tells the sender about it. */
export interface PlannedStep extends Change {
  kind: 'change' | 'callback'
}

/** Why a phone cannot get a message now. */
export type Obstacle = 'not_on_whatsapp' | 'not_joined' | 'outside_window'

export interface Refusal {
  status: 'failed' | 'undelivered'
  error_code: number
}

/** What each obstacle is called by a provider; what it does not know is none there. */
export type Refusals = Partial<Record<Obstacle, Refusal>>

/** One message on its way to one phone. */
export interface Attempt {
  phone: Phone
  /** An approved template opens a conversation. */
  isTemplate: boolean
  refusals: Refusals
  /** As the company wrote it. */
  address: string
  /** Why it would not be brought to any phone. */
  errorCode?: number | null
}

/** Why the network will not deliver this now, or null. */
export function refusalOf(
  { phone, isTemplate, refusals, address, errorCode }: Attempt,
  settings: Settings,
  now: number
): Refusal | null {
  const isClosed = settings.window === 'enforced' && !windowIsOpen(phone, now)
  const isFound = settings.ninth_digit === 'either' || isKnownAs(phone, address)
  if (!(phone.has_whatsapp && isFound) && refusals.not_on_whatsapp) return refusals.not_on_whatsapp
  if (!phone.joined && refusals.not_joined) return refusals.not_joined
  if (errorCode) return { status: 'failed', error_code: errorCode }
  if (isClosed && !isTemplate && refusals.outside_window) return refusals.outside_window
  return null
}

/** Everything that will happen to a message accepted now, in order. */
export function journey(attempt: Attempt, settings: Settings, now: number): PlannedStep[] {
  return withCallbacks(changes(attempt, settings, now), settings)
}

/** The changes, and the callbacks about them as late, lost or mixed up as the settings say. */
export function withCallbacks(happening: Change[], settings: Settings): PlannedStep[] {
  return [
    ...happening.map((change) => ({ ...change, kind: 'change' as const })),
    ...POST[settings.callbacks](happening, settings).map((change) => ({
      ...change,
      kind: 'callback' as const,
    })),
  ]
}

function changes(attempt: Attempt, settings: Settings, now: number): Change[] {
  const { sent_ms: sentMs, delivered_ms: deliveredMs, read_ms: readMs } = settings.delays
  const refusal = refusalOf(attempt, settings, now)
  if (refusal) return [{ ...refusal, due_at: now + sentMs }]

  const sent: Change = { status: 'sent', error_code: null, due_at: now + sentMs }
  const failed: Change = { status: 'failed', error_code: settings.fate_code, due_at: now + sentMs }
  const arrives: Change[] = [{ status: 'delivered', error_code: null, due_at: now + deliveredMs }]
  if (attempt.phone.reads) arrives.push({ status: 'read', error_code: null, due_at: now + readMs })
  return FATES[settings.fate]({ sent, failed, arrives })
}

interface Possible {
  sent: Change
  failed: Change
  arrives: Change[]
}

/** What becomes of a message that the phone could get. */
const FATES: Record<Settings['fate'], (possible: Possible) => Change[]> = {
  normal: ({ sent, arrives }) => [sent, ...arrives],
  stuck_sent: ({ sent }) => [sent],
  fails: ({ failed }) => [failed],
  fails_then_arrives: ({ failed, arrives }) => [failed, ...arrives],
}

const asTheyHappen = (happening: Change[]) => happening

/** How the post office of status callbacks works today. */
const POST: Record<Callbacks, (happening: Change[], settings: Settings) => Change[]> = {
  normal: asTheyHappen,
  before_response: asTheyHappen,
  lost: () => [],
  late: (happening, { late_ms: lateMs }) =>
    happening.map((change) => ({ ...change, due_at: change.due_at + lateMs })),
  doubled: (happening) => happening.flatMap((change) => [change, change]),
  no_delivered: (happening) => happening.filter(({ status }) => status !== 'delivered'),
  read_first: (happening) => {
    const read = happening.find(({ status }) => status === 'read')
    if (!read) return happening
    const others = happening.filter((change) => change !== read)
    return [read, ...others.map((change) => ({ ...change, due_at: read.due_at }))]
  },
  many: (happening, { copies }) =>
    happening.flatMap((change) => Array.from({ length: copies }, () => change)),
  reversed: (happening) => {
    const last = Math.max(...happening.map((change) => change.due_at))
    return happening.toReversed().map((change) => ({ ...change, due_at: last }))
  },
}
