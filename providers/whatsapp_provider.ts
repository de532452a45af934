import type { ApplicationService } from '@adonisjs/core/types'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { WhatsappConfig } from '#whatsapp/define_config'

declare module '@adonisjs/core/types' {
  interface ContainerBindings {
    whatsapp: WhatsappManager
  }
}

export default class WhatsappProvider {
  #manager?: WhatsappManager

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(WhatsappManager, () => {
      this.#manager = new WhatsappManager(this.app.config.get<WhatsappConfig>('whatsapp'))
      return this.#manager
    })
    this.app.container.alias('whatsapp', WhatsappManager)
  }

  async shutdown() {
    await this.#manager?.close()
  }
}
