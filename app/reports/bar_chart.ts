import type { SentInMinute } from '#reports/throughput'

export const CHART_WIDTH = 360
export const CHART_HEIGHT = 56
const GAP = 3
/** A minute without messages leaves a trace of the line it stands on. */
const LEAST_HEIGHT = 1.5

interface Bar extends SentInMinute {
  x: number
  y: number
  width: number
  height: number
}

/** Bars as SVG draws them, and what they say in words. */
export interface BarChart {
  width: number
  height: number
  bars: Bar[]
  /** The most in one minute. */
  peak: number
  total: number
}

export function barChart(minutes: SentInMinute[]): BarChart {
  const peak = Math.max(0, ...minutes.map(({ count }) => count))
  const total = minutes.reduce((sum, { count }) => sum + count, 0)
  const step = CHART_WIDTH / minutes.length
  const bars = minutes.map((minute, index) => {
    const height = Math.max(LEAST_HEIGHT, (CHART_HEIGHT * minute.count) / Math.max(1, peak))
    const at = { x: round(index * step), y: round(CHART_HEIGHT - height) }
    return { ...minute, ...at, width: round(step - GAP), height: round(height) }
  })
  return { width: CHART_WIDTH, height: CHART_HEIGHT, bars, peak, total }
}

const round = (value: number) => Math.round(value * 10) / 10
