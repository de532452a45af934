import type { ApplicationService } from '@adonisjs/core/types'

/** Where it is worth knowing how a process does: those that live long. */
const WATCHED = ['web', 'test']

/**
 * Counts and logs what this process does. `node ace work` asks for it itself: other commands end soon.
 */
export default class MonitoringProvider {
  constructor(protected app: ApplicationService) {}

  /** Not earlier: what counts takes its time to load, and nobody waits for it. */
  async ready() {
    if (WATCHED.includes(this.app.getEnvironment())) await watch(this.app)
  }
}

export async function watch(app: ApplicationService) {
  const { countEverything, countRequest } = await import('#monitoring/metrics/process_metrics')
  const { logSends } = await import('#monitoring/send_log')
  countEverything()
  logSends(await app.container.make('logger'))

  const emitter = await app.container.make('emitter')
  emitter.on('http:request_completed', ({ ctx, duration }) => {
    const route = ctx.route?.pattern
    const [seconds, nanoseconds] = duration
    const ms = seconds * 1e3 + nanoseconds / 1e6
    if (route?.startsWith('/webhooks/')) countRequest(route, ctx.response.getStatus(), ms)
  })
}

/** The metrics of a process that serves nothing else, where a port is set for them. */
export async function serveMetrics(app: ApplicationService) {
  const { default: config } = await import('#config/monitoring')
  if (!config.metricsPort) return
  const { startMetricsServer } = await import('#monitoring/metrics/metrics_server')
  app.terminating(await startMetricsServer(config.metricsPort))
}
