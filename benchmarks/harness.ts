import { performance } from 'node:perf_hooks'

/** Done over and over; its time is what counts. */
export type Lap = () => Promise<unknown>

/** Done once a round; says itself how it went, in one figure or in many. */
export type Turn = () => Promise<number | number[]>

/** `msg/s` is better when higher, the others when lower; a target says which way it points. */
export type Unit = 'ms' | 'ms/s' | 'msg/s' | 'MB' | 'messages' | 'packages'

export interface Measure {
  what: string
  unit: Unit
  value: number
  /** Of `value`, over the rounds. */
  valueMin?: number
  valueMax?: number
  /** What `value` is divided by; absent where the value speaks for itself. */
  against?: string
  baseline?: number
  /** Median over the rounds, with the lowest and the highest of them. */
  ratio?: number
  ratioMin?: number
  ratioMax?: number
  rounds: number
  /** `≤ 1.20` or `≥ 0.60` of `ratio`; of `value` where it names a unit (`≤ 0.2 ms`) or there is no ratio. */
  target?: string
}

/** What a benchmark answers, for one engine. */
export interface Report {
  measures: Measure[]
  /** Facts that are no ratios. */
  notes: string[]
}

/** How a benchmark is asked for. */
export interface Asked {
  /** Fewer rounds and rows: to see that it runs, not to publish. */
  quick: boolean
}

interface RaceOptions {
  rounds: number
  /** Per contestant and round. */
  laps: number
  progress?: (round: number) => void
}

interface TurnOptions {
  rounds: number
  unit: Unit
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

/**
 * As `race`, for what takes seconds: each contestant has one turn a round and answers with its figure, in `unit`.
 */
export async function takeTurns<Name extends string>(
  contestants: Record<Name, Turn>,
  { rounds, unit, progress = () => {} }: TurnOptions
): Promise<Race<Name>> {
  const names = Object.keys(contestants) as Name[]
  await takeTurn(contestants, names)
  const figures: Record<Name, number[]>[] = []
  for (let round = 1; round <= rounds; round += 1) {
    figures.push(await takeTurn(contestants, round % 2 ? names : names.toReversed()))
    progress(round)
  }
  return new Race(figures, unit)
}

async function takeTurn<Name extends string>(contestants: Record<Name, Turn>, names: Name[]) {
  const figures = {} as Record<Name, number[]>
  for (const name of names) figures[name] = [await contestants[name]()].flat()
  return figures
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

interface Judging {
  statistic?: Statistic
  target?: string
}

/** The figures of a race, round by round. */
export class Race<Name extends string> {
  constructor(
    private readonly figures: Record<Name, number[]>[],
    private readonly unit: Unit = 'ms'
  ) {}

  value(name: Name, statistic: Statistic = p50) {
    return p50(this.#each(name, statistic))
  }

  /** One contestant against another, round by round. */
  compare(
    [what, name]: [string, Name],
    [against, baseline]: [string, Name],
    { statistic = p50, target }: Judging = {}
  ): Measure {
    const below = this.#each(baseline, statistic)
    return {
      what,
      unit: this.unit,
      value: this.value(name, statistic),
      against,
      baseline: p50(below),
      ...ratioOf(this.#each(name, statistic).map((figure, round) => figure / below[round])),
      rounds: below.length,
      target,
    }
  }

  /** One contestant against a figure that no round changes. */
  against(
    [what, name]: [string, Name],
    [against, baseline]: [string, number],
    { statistic = p50, target }: Judging = {}
  ): Measure {
    const figures = this.#each(name, statistic)
    const ratios = ratioOf(figures.map((figure) => figure / baseline))
    const value = p50(figures)
    const rounds = figures.length
    return { what, unit: this.unit, value, against, baseline, ...ratios, rounds, target }
  }

  /** One contestant by itself. */
  alone(what: string, name: Name, { statistic = p50, target }: Judging = {}): Measure {
    return alone(what, this.unit, this.#each(name, statistic), target)
  }

  #each(name: Name, statistic: Statistic) {
    return this.figures.map((round) => statistic(round[name]))
  }
}

/** A measure without a baseline: its median, lowest and highest. */
export const alone = (what: string, unit: Unit, figures: number[], target?: string): Measure => ({
  what,
  unit,
  value: p50(figures),
  valueMin: Math.min(...figures),
  valueMax: Math.max(...figures),
  rounds: figures.length,
  target,
})

const ratioOf = (ratios: number[]) => ({
  ratio: p50(ratios),
  ratioMin: Math.min(...ratios),
  ratioMax: Math.max(...ratios),
})

function quantile(values: number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const above = Math.ceil(position)
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below)
}
