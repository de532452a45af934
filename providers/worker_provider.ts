import env from '#start/env'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Runs the background inside the web process when asked to, and lets the process end: open event streams would keep it
 * alive for ever.
 */
export default class WorkerProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { logRole } = await import('#start/log_role')
    await this.#endStreamsOnExit()
    if (env.get('EMBEDDED_WORKER')) await this.#work()
    logRole(env.get('EMBEDDED_WORKER') ? 'web with worker and scheduler' : 'web')
  }

  async #work() {
    const { Background } = await import('#start/background')
    const background = new Background(this.app, 'embedded')
    this.app.terminating(() => background.stop())
    await background.start()
  }

  async #endStreamsOnExit() {
    const { default: transmit } = await import('@adonisjs/transmit/services/main')
    this.app.terminating(async () => {
      for (const [stream] of transmit.getManager().getAllSubscribers()) stream.end()
      const server = await this.app.container.make('server')
      server.getNodeServer()?.closeIdleConnections()
    })
  }
}
