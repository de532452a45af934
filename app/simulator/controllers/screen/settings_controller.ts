import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { settingsValidator } from '#simulator/validators'

@inject()
export default class SettingsController {
  constructor(protected simulator: Simulator) {}

  async update({ request, response }: HttpContext) {
    this.simulator.change(await request.validateUsing(settingsValidator))
    return response.redirect().back()
  }

  /** An ordinary day again; what was written stays. */
  destroy({ response }: HttpContext) {
    this.simulator.repair()
    return response.redirect().back()
  }
}
