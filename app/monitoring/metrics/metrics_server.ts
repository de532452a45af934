import { mayReadMetrics } from '#monitoring/metrics/access'
import { processRegistry } from '#monitoring/metrics/process_metrics'
import env from '#start/env'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/**
 * `/metrics` of a process without a web server (`METRICS_PORT`): only what that process did; the rest comes from web.
 */
export async function startMetricsServer(port: number) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(port, env.get('HOST'))
  await once(server, 'listening')
  return async () => {
    server.close()
    server.closeAllConnections()
  }
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  if (request.url !== '/metrics') return response.writeHead(404).end()
  if (!mayReadMetrics(request)) return response.writeHead(403).end()
  response.writeHead(200, { 'content-type': processRegistry.contentType })
  response.end(await processRegistry.metrics())
}
