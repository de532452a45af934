import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { settingsValidator } from '#simulator/validators'

@inject()
export default class SettingsController {
  constructor(protected simulator: Simulator) {}

  show() {
    return this.simulator.settings.current
  }

  /** What is not named stays as it is. */
  async update({ request }: HttpContext) {
    return this.simulator.change(await request.validateUsing(settingsValidator))
  }
}
