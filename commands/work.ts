import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Work extends BaseCommand {
  static commandName = 'work'
  static description = 'Send messages, process webhooks and run the schedule, without a web server'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { Background } = await import('#start/background')
    const { serveMetrics, watch } = await import('#providers/monitoring_provider')
    const router = await this.app.container.make('router')
    router.commit()
    await watch(this.app)
    await serveMetrics(this.app)
    const background = new Background(this.app)
    await background.start()
    this.app.terminating(() => background.stop())
    this.app.listen('SIGINT', () => void this.app.terminate())
    this.logger.info('Trabalhando: envios, webhooks e agenda. Ctrl+C encerra.')
  }
}
