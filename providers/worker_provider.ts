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
    await this.#endStreamsOnExit()
    if (!env.get('EMBEDDED_WORKER')) return

    const { Background } = await import('#start/background')
    const background = new Background(this.app)
    await background.start()
    this.app.terminating(() => background.stop())
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
