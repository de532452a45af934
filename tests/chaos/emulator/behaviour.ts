import { Random } from '#tests/chaos/random'

/** Before the message is taken: the application may send it again. */
export const REFUSALS = [
  'reset',
  'hang',
  'error_500',
  'error_503',
  'throttled',
  'throttled_1s',
] as const

/** After it is taken: sent again, it is there twice. */
export const LIES = [
  'accept_reset',
  'accept_hang',
  'accept_500',
  'truncated',
  'html',
  'no_sid',
  'trickle',
] as const

export type Fault = (typeof REFUSALS)[number] | (typeof LIES)[number]

export interface Behaviour {
  seed: number
  /** Probability of each. */
  faults: Partial<Record<Fault, number>>
  /** How long an answer takes. */
  latencyMs: number
  list: 'ok' | 'down' | 'hanging'
  /** How long it takes until a message is listed. */
  listLagMs: number
  callbacks: { lost: number; doubled: number; reversed: number; early: number }
  /** Nobody listens. */
  isDown: boolean
  /** At the message after so many more, this process dies between its acceptance and our answer. */
  kill: { pid: number; after: number } | null
}

export const WELL_BEHAVED: Behaviour = {
  seed: 1,
  faults: {},
  latencyMs: 5,
  list: 'ok',
  listLagMs: 0,
  callbacks: { lost: 0, doubled: 0, reversed: 0, early: 0 },
  isDown: false,
  kill: null,
}

/** About three in ten requests meet something, and one callback in four. */
export const HOSTILE: Partial<Behaviour> = {
  faults: {
    reset: 0.03,
    hang: 0.01,
    error_500: 0.02,
    error_503: 0.02,
    throttled: 0.01,
    throttled_1s: 0.01,
    accept_reset: 0.04,
    accept_hang: 0.02,
    accept_500: 0.04,
    truncated: 0.02,
    html: 0.02,
    no_sid: 0.02,
    trickle: 0.01,
  },
  listLagMs: 400,
  callbacks: { lost: 0.1, doubled: 0.15, reversed: 0.15, early: 0.1 },
}

/** The lot of the n-th try to reach somebody: the same in every run of a seed, whatever arrives in between. */
export function faultOf({ seed, faults }: Behaviour, to: string, attempt: number): Fault | null {
  let lot = new Random(`${seed}:${to}:${attempt}`).next()
  for (const [fault, probability] of Object.entries(faults)) {
    lot -= probability
    if (lot < 0) return fault as Fault
  }
  return null
}
