import type { Gateway } from '#whatsapp/gateways/gateway'
import type { WhatsappConfig } from '#whatsapp/define_config'
import { RuntimeException } from '@adonisjs/core/exceptions'

/**
 * The senders of `config/whatsapp.ts`, each with its gateway, opened when first used.
 */
export class WhatsappManager {
  #gateways = new Map<string, Gateway>()

  constructor(private config: WhatsappConfig) {}

  get defaultSender() {
    return this.config.default
  }

  get senders() {
    return Object.keys(this.config.senders)
  }

  use(sender: string = this.defaultSender): Gateway {
    const open = this.#gateways.get(sender)
    if (open) return open
    const gateway = this.#open(sender)
    this.#gateways.set(sender, gateway)
    return gateway
  }

  async close() {
    const gateways = [...this.#gateways.values()]
    this.#gateways.clear()
    await Promise.all(gateways.map((gateway) => gateway.close()))
  }

  #open(sender: string) {
    const factory = this.config.senders[sender]
    if (!factory) throw new RuntimeException(`Unknown sender "${sender}" in config/whatsapp.ts`)
    return factory()
  }
}
