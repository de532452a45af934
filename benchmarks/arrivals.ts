/** How many came at most within any `windowMs`; `at` in milliseconds, ascending. */
export function mostWithin(at: number[], windowMs: number) {
  let most = 0
  let first = 0
  for (const [last, time] of at.entries()) {
    while (at[first] <= time - windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** Arrivals a second from the first to the last; `at` in milliseconds, ascending. */
export const rateOf = (at: number[]) => (at.length - 1) / ((at.at(-1)! - at[0]) / 1000)

/** By how much a figure grows with each step, by least squares. */
export function slopeOf(points: { x: number; y: number }[]) {
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x0, y0] = [mean('x'), mean('y')]
  const both = points.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0)
  return both / points.reduce((sum, { x }) => sum + (x - x0) ** 2, 0)
}
