import env from '#start/env'

const monitoringConfig = {
  /** Who brings it may read the metrics; without one only this machine may. */
  metricsToken: env.get('METRICS_TOKEN')?.release() || null,
  /** Where a process without a web server answers with its metrics; null: nowhere. */
  metricsPort: env.get('METRICS_PORT') ?? null,
}

export default monitoringConfig
