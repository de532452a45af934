import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const APP_ROOT = new URL('../', import.meta.url)

/** The application without its HTTP server, in this process. Whoever boots it terminates it. */
export async function bootApp() {
  const ignitor = new Ignitor(APP_ROOT, { importer: (path) => import(path) })
  const app = ignitor.createApp('console')
  app.booting(async () => {
    await import('#start/env')
  })
  await app.init()
  await app.boot()
  await app.start(() => {})
  return app
}
