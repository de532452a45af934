import { Problem } from '#core/problem'
import { mayReadMetrics } from '#monitoring/metrics/access'
import { processRegistry } from '#monitoring/metrics/process_metrics'
import { readShared, sharedRegistry } from '#monitoring/metrics/shared_metrics'
import type { HttpContext } from '@adonisjs/core/http'
import { Registry } from 'prom-client'

const all = Registry.merge([processRegistry, sharedRegistry])

export default class MetricsController {
  async show({ request, response }: HttpContext) {
    if (!mayReadMetrics(request.request)) throw closed()
    await readShared()
    return response.header('content-type', all.contentType).send(await all.metrics())
  }
}

const closed = () =>
  new Problem({
    status: 403,
    code: 'metrics_are_closed',
    message:
      'As métricas são lidas da própria máquina ou, com METRICS_TOKEN definido, com “Authorization: Bearer <token>”.',
  })
