import { performance } from 'node:perf_hooks'

/** Done over and over; its time is what counts. */
export type Lap = () => Promise<unknown>

export interface Measure {
  what: string
  unit: 'ms'
  value: number
  /** What `value` is divided by. */
  against: string
  baseline: number
  /** Median over the rounds, with the best and the worst of them. */
  ratio: number
  ratioMin: number
  ratioMax: number
  rounds: number
  /** What `ratio`, or `value` where it says `ms`, should not exceed. */
  target?: string
}

/** What a benchmark answers, for one engine. */
export interface Report {
  measures: Measure[]
  /** Facts that are no ratios. */
  notes: string[]
}

interface RaceOptions {
  rounds: number
  /** Per contestant and round. */
  laps: number
  progress?: (round: number) => void
}

type Statistic = (times: number[]) => number

export const p50: Statistic = (times) => quantile(times, 0.5)
export const p99: Statistic = (times) => quantile(times, 0.99)

/**
 * Runs the contestants lap by lap in turn, so that a busy neighbour on the machine slows all of them alike. One round
 * more than asked for is run first and forgotten: caches fill and code gets compiled in it.
 */
export async function race<Name extends string>(
  contestants: Record<Name, Lap>,
  { rounds, laps, progress = () => {} }: RaceOptions
): Promise<Race<Name>> {
  const names = Object.keys(contestants) as Name[]
  await runRound(contestants, names, laps)
  const times: Record<Name, number[]>[] = []
  for (let round = 1; round <= rounds; round += 1) {
    times.push(await runRound(contestants, names, laps))
    progress(round)
  }
  return new Race(times)
}

/** Whoever goes last in one lap goes first in the next. */
async function runRound<Name extends string>(
  contestants: Record<Name, Lap>,
  names: Name[],
  laps: number
) {
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >
  for (let lap = 0; lap < laps; lap += 1) {
    for (const name of lap % 2 ? names.toReversed() : names) {
      const start = performance.now()
      await contestants[name]()
      times[name].push(performance.now() - start)
    }
  }
  return times
}

/** The times of a race, in milliseconds, round by round. */
export class Race<Name extends string> {
  constructor(private readonly times: Record<Name, number[]>[]) {}

  value(name: Name, statistic: Statistic = p50) {
    return p50(this.times.map((round) => statistic(round[name])))
  }

  compare(
    [what, name]: [string, Name],
    [against, baseline]: [string, Name],
    { statistic = p50, target }: { statistic?: Statistic; target?: string } = {}
  ): Measure {
    const ratios = this.times.map((round) => statistic(round[name]) / statistic(round[baseline]))
    return {
      what,
      unit: 'ms',
      value: this.value(name, statistic),
      against,
      baseline: this.value(baseline, statistic),
      ratio: p50(ratios),
      ratioMin: Math.min(...ratios),
      ratioMax: Math.max(...ratios),
      rounds: ratios.length,
      target,
    }
  }
}

function quantile(values: number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const above = Math.ceil(position)
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below)
}
