import { ClockCheck } from '#monitoring/health/clock_check'
import { DatabaseCheck } from '#monitoring/health/database_check'
import { LagCheck } from '#monitoring/health/lag_check'
import { ProviderCheck } from '#monitoring/health/provider_check'
import { QueueCheck } from '#monitoring/health/queue_check'
import { ScheduleCheck } from '#monitoring/health/schedule_check'
import { HealthChecks } from '@adonisjs/core/health'
import type { HealthCheckReport } from '@adonisjs/core/types/health'

const KEPT_MS = 1000

const WORDS = { ok: 'ok', warning: 'warning', error: 'failing' } as const
type Word = (typeof WORDS)[keyof typeof WORDS]

export interface Readiness {
  /** Whether requests can be served. Only the database decides: what all processes share, taking one away cures nothing. */
  serves: boolean
  status: Word
  checks: Record<string, { status: Word; message: string; seconds?: number }>
}

const essential = new HealthChecks().register([new DatabaseCheck()])
const others = new HealthChecks().register([
  new QueueCheck(),
  new ProviderCheck(),
  new ClockCheck(),
  new LagCheck(),
  new ScheduleCheck(),
])

let kept: { answer: Promise<Readiness>; until: number } | null = null

/** How this process and what it needs are doing; asked at most once a second, however many ask. */
export function readiness(): Promise<Readiness> {
  const now = performance.now()
  if (!kept || kept.until < now) kept = { answer: look(), until: now + KEPT_MS }
  return kept.answer
}

/** Looks anew at the next question. */
export const forgetReadiness = () => (kept = null)

/** Without its database nothing else can be found out. */
async function look(): Promise<Readiness> {
  const database = await essential.run()
  if (!database.isHealthy) return { serves: false, ...summary([database]) }
  return { serves: true, ...summary([database, await others.run()]) }
}

function summary(reports: HealthCheckReport[]) {
  const results = reports.flatMap(({ checks }) => checks)
  const checks = results.map(({ name, status, message, meta }) => {
    return [name, { status: WORDS[status], message, ...meta }]
  })
  const worst = reports.find(({ status }) => status === 'error') ?? reports.at(-1)!
  return { status: WORDS[worst.status], checks: Object.fromEntries(checks) }
}
