import { readiness } from '#monitoring/health/readiness'
import type { HttpContext } from '@adonisjs/core/http'

export default class HealthController {
  /** The process answers. Says nothing of what it depends on, so that a slow database gets nobody restarted. */
  live() {
    return { status: 'ok' }
  }

  /** 503 only when requests cannot be served: no web process is taken away because a provider refuses us. */
  async ready({ response }: HttpContext) {
    const { serves, ...report } = await readiness()
    return response
      .status(serves ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(report)
  }
}
