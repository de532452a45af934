import type { Measure } from '#benchmarks/harness'

/** A target that is missed by less than this may be noise. */
const TOLERANCE = 0.1

/** By what share a measure misses its target: 0.25 is a quarter too high or too low, nothing or less is within it. */
export function missedBy({ value, ratio, target }: Measure): number {
  if (!target) return 0
  const { isCeiling, limit, unit } = read(target)
  const figure = unit || ratio === undefined ? value : ratio
  return isCeiling ? figure / limit - 1 : 1 - figure / limit
}

export const isMissed = (measure: Measure) => missedBy(measure) > TOLERANCE

/** `≤ 1.20`, `≥ 0.60`, `≤ 0.2 ms`, `≤ 350 packages`. */
function read(target: string) {
  const [, sign, limit, unit] = /^([≤≥]) ([\d.]+)(?: (\S+))?$/.exec(target) ?? []
  if (!sign) throw new Error(`not a target: ${target}`)
  return { isCeiling: sign === '≤', limit: Number(limit), unit }
}
