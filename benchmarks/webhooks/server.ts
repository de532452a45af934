/**
 * The app with its HTTP server, and two routes that only the measurements need. A process of its own.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'

const APP_ROOT = new URL('../../', import.meta.url)

new Ignitor(APP_ROOT, { importer: (path) => import(path) })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.booted(() => addRoutes(app))
    app.listen('SIGTERM', () => app.terminate())
  })
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    process.stderr.write(`${error.stack}\n`)
  })

async function addRoutes(app: ApplicationService) {
  const router = await app.container.make('router')
  const { default: Interview } = await import('#interviews/models/interview')
  const { aBooking } = await import('#benchmarks/webhooks/a_booking')

  router.post('/bench/parsed', ({ response }) => response.noContent())
  router.post('/bench/bookings', async ({ request, response }) => {
    await Interview.book(aBooking(Number(request.input('candidate'))), { by: null })
    return response.noContent()
  })
}
