import type { ApplicationService } from '@adonisjs/core/types'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { WhatsappConfig } from '#whatsapp/define_config'

declare module '@adonisjs/core/types' {
  interface ContainerBindings {
    whatsapp: WhatsappManager
  }
}

/** Where others may change what this process has read. Whoever tests or tries things looks when it needs to. */
const WATCHING = ['web', 'console']

/** The gateways of this process, and the watch over what an admin changes in any other. */
export default class WhatsappProvider {
  #manager?: WhatsappManager

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(WhatsappManager, async () => {
      const { directory } = await import('#senders/sender_directory')
      const config = this.app.config.get<WhatsappConfig>('whatsapp')
      this.#manager = new WhatsappManager(config, directory)
      return this.#manager
    })
    this.app.container.alias('whatsapp', WhatsappManager)
  }

  /** Not where only code is generated or a database made. */
  async start() {
    if (this.app.getMode() !== 'run') return
    const { readSenders, watchSenders } = await import('#senders/watch_senders')
    const manager = await this.app.container.make(WhatsappManager)
    await readSenders(manager)
    if (WATCHING.includes(this.app.getEnvironment())) this.app.terminating(watchSenders(manager))
  }

  async shutdown() {
    await this.#manager?.close()
  }
}
