import type { Role } from '#start/background'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/**
 * A process that works without a web server until it is told to end.
 */
export abstract class RoleCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true, staysAlive: true }

  abstract role: Exclude<Role, 'embedded'>

  async run() {
    const router = await this.app.container.make('router')
    router.commit()
    await this.app.ready(() => this.#work())
  }

  async #work() {
    const { Background } = await import('#start/background')
    const { logRole } = await import('#start/log_role')
    const { serveMetrics, watch } = await import('#providers/monitoring_provider')
    await watch(this.app)
    await serveMetrics(this.app)
    const background = new Background(this.app, this.role)
    this.app.terminating(() => background.stop())
    await background.start()
    logRole(this.role)
  }
}
