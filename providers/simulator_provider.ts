import type { ApplicationService } from '@adonisjs/core/types'
import type { SimulatorConfig } from '#config/simulator'
import { Simulator } from '#simulator/simulator'

/** The simulated WhatsApp of this process, where it is enabled. */
export default class SimulatorProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(Simulator, async () => {
      const { default: transmit } = await import('@adonisjs/transmit/services/main')
      const simulator = new Simulator(this.#config, () => transmit.broadcast('simulator', {}))
      this.app.terminating(() => simulator.close())
      return simulator
    })
  }

  /** Messages that were on their way when the process ended go on. */
  async ready() {
    if (this.app.getEnvironment() !== 'web' || !this.#config.enabled) return
    const simulator = await this.app.container.make(Simulator)
    simulator.network.wake()
  }

  get #config() {
    return this.app.config.get<SimulatorConfig>('simulator')
  }
}
